package vn.cchc.messaging.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import vn.cchc.local.LocalStackTestResource;

/** Leadership, on a real PostgreSQL without the outbox itself. */
class OutboxTableTest {

    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(4);

    private static Map<String, String> settings;

    @BeforeAll
    static void startTheStack() {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
    }

    @Test
    void aRelayThatHangsLosesTheLeadership() throws Exception {
        try (Connection ofHung = connect(); var next = new OutboxTable(connect())) {
            var hung = new OutboxTable(ofHung);
            hung.open(SESSION_TIMEOUT);
            next.open(SESSION_TIMEOUT);
            assertThat(hung.acquireLeadership()).isTrue();
            assertThat(next.acquireLeadership()).isFalse();

            await().atMost(30, SECONDS).until(next::acquireLeadership);

            assertThatThrownBy(hung::close).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theSessionIsResetBeforeItReturnsToThePool() throws Exception {
        try (Connection physical = connect()) {
            var outbox = new OutboxTable(pooled(physical));
            outbox.open(SESSION_TIMEOUT);
            assertThat(outbox.acquireLeadership()).isTrue();

            outbox.close();

            assertThat(one(physical, "show idle_session_timeout")).isEqualTo("0");
            assertThat(one(physical, "show tcp_user_timeout")).isEqualTo("0");
            assertThat(one(physical, "show plan_cache_mode")).isEqualTo("auto");
            assertThat(one(physical, "select count(*) from pg_listening_channels()")).isEqualTo("0");
            assertThat(one(physical, "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"))
                    .isEqualTo("0");
            assertThat(physical.getNetworkTimeout()).isZero();
        }
    }

    /** A pooled connection: it survives its closing. */
    private static Connection pooled(Connection connection) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] { Connection.class },
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"));
    }
}
