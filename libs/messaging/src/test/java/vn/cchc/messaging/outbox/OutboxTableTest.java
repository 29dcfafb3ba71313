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

/** Who leads, on a real PostgreSQL. The outbox itself is not needed for that, and not there. */
class OutboxTableTest {

    private static final Duration SILENCE = Duration.ofSeconds(4);

    private static Map<String, String> settings;

    @BeforeAll
    static void startTheStack() {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
    }

    @Test
    void aRelayThatFallsSilentLosesTheLead() throws Exception {
        try (Connection ofHung = connect(); var next = new OutboxTable(connect())) {
            var hung = new OutboxTable(ofHung);
            hung.open(SILENCE);
            next.open(SILENCE);
            assertThat(hung.lead()).isTrue();
            assertThat(next.lead()).isFalse();

            await().atMost(30, SECONDS).until(next::lead);

            assertThatThrownBy(hung::close).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aConnectionIsGivenBackAsItWasTaken() throws Exception {
        try (Connection kept = connect()) {
            var outbox = new OutboxTable(pooled(kept));
            outbox.open(SILENCE);
            assertThat(outbox.lead()).isTrue();

            outbox.close();

            assertThat(one(kept, "show idle_session_timeout")).isEqualTo("0");
            assertThat(one(kept, "show tcp_user_timeout")).isEqualTo("0");
            assertThat(one(kept, "show plan_cache_mode")).isEqualTo("auto");
            assertThat(one(kept, "select count(*) from pg_listening_channels()")).isEqualTo("0");
            assertThat(one(kept, "select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"))
                    .isEqualTo("0");
            assertThat(kept.getNetworkTimeout()).isZero();
        }
    }

    /** As a pool hands it out: closed, it lives on. */
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
