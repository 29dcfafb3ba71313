package vn.cchc.messaging.outbox;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import javax.sql.DataSource;

import vn.cchc.messaging.PersistenceFailure;

/** Eight concurrent writers, each with one event per transaction. */
class Writers implements AutoCloseable {

    private static final int COUNT = 8;

    private final AtomicLong events = new AtomicLong();
    private final List<Connection> connections;
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

    Writers(Rows rows) {
        connections = Stream.generate(() -> writing(rows)).limit(COUNT).toList();
    }

    /** Transactions per second. */
    double rate(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        long committed = connections.stream()
                .map(connection -> CompletableFuture.supplyAsync(() -> write(connection, end), threads)).toList().stream()
                .mapToLong(CompletableFuture::join).sum();
        return committed / (span.toMillis() / 1000.0);
    }

    private long write(Connection connection, long end) {
        var outbox = new Outbox(only(connection), Clock.systemUTC());
        long committed = 0;
        try {
            for (; System.nanoTime() < end; committed++) {
                outbox.add(Rows.accepted(events.incrementAndGet()));
                connection.commit();
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
        return committed;
    }

    private static Connection writing(Rows rows) {
        try {
            var connection = rows.connect();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** Like a data source within a transaction: it returns the connection of the transaction, which survives its closing. */
    private static DataSource only(Connection connection) {
        var lent = Proxy.newProxyInstance(Writers.class.getClassLoader(), new Class<?>[] { Connection.class },
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource) Proxy.newProxyInstance(Writers.class.getClassLoader(), new Class<?>[] { DataSource.class },
                (proxy, method, arguments) -> lent);
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
