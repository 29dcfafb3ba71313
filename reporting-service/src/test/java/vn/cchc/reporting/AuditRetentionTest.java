package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.reporting.ReportFixture.as;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import vn.cchc.local.LocalStackTestResource;

/** A service that was installed twelve years ago, in a database of its own, and keeps its trail for ten. */
@Tag("slow")
@QuarkusTest
@TestProfile(AuditRetentionTest.TenYears.class)
class AuditRetentionTest {

    @Inject
    DataSource application;

    @Test
    void oldEntriesAreRemovedAndTheChainIsVerifiedFromThereOn() throws Exception {
        await().atMost(20, SECONDS)
                .until(() -> number("select count(*) from audit_entry where at < now() - interval '11 years'") > 2
                        && number("select count(*) from audit_entry") == number("select count(*) from audit_seal"));
        long installed = number("select count(*) from audit_seal");
        // Once, although it is due only once a day and the service looks five times a second.
        await().atMost(20, SECONDS).until(() -> number("select count(*) from audit_checkpoint") == 1);

        MovableClock.offset = Duration.ZERO;

        await().atMost(20, SECONDS).until(() -> number("select count(*) from audit_checkpoint") == 2);

        // The latest one stays, because the next one continues it.
        await().atMost(20, SECONDS).until(() -> number("select count(*) from audit_entry") == 1);
        as("admin").body(Map.of("code", "THPT-01", "name", "a", "nameEn", "b", "type", "SERVICE_UNIT")).post("/api/v1/units")
                .then()
                .statusCode(201);
        await().atMost(20, SECONDS).until(() -> verification("").jsonPath().getLong("removed") == installed);
        verification("").then().statusCode(200).body("intact", equalTo(true)).body("verified", equalTo(1));
        String anchor = text("select hash from audit_anchor order by position desc limit 1");
        verification("?position=" + installed + "&hash=" + anchor).then().body("intact", equalTo(true));
        verification("?position=" + installed + "&hash=" + "0".repeat(64)).then()
                .body("firstMismatch.type", equalTo("CHECKPOINT_MISSING"));
        verification("?position=1&hash=" + anchor).then().statusCode(400);
        assertThat(number("select count(*) from audit_checkpoint")).isEqualTo(2);
    }

    @Test
    void theDatabaseRefusesToRemoveYoungerEntries() {
        for (String sql : Set.of("select remove_old_audit_entries(now() - interval '9 years', 10)",
                "update audit_retention set minimum = interval '1 year'", "delete from audit_anchor",
                "insert into audit_anchor (position, hash) values (1000000, '')")) {
            assertThatThrownBy(() -> text(sql)).as(sql).isInstanceOfSatisfying(SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static Response verification(String query) {
        return as("auditor").get("/api/v1/audit/verification" + query);
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = application.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    public static class TenYears implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cchc.audit.retention.years", "10", "cchc.audit.retention.prune-every", "200ms",
                    "cchc.audit.verification.poll-interval", "200ms");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(WithoutKafka.class, Map.of("database", "targets")));
        }

        /** The database of the other tests. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    /** The events of this second installation would be on the topics of the other tests. */
    public static class WithoutKafka extends LocalStackTestResource {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(super.start());
            // Port 1 is reserved.
            settings.put("kafka.bootstrap.servers", "localhost:1");
            return settings;
        }
    }

    @Alternative
    @Singleton
    public static class MovableClock extends Clock {

        static volatile Duration offset = Duration.ofDays(-12 * 366);

        private final Clock present = Clock.tickMillis(ZoneId.of("Asia/Ho_Chi_Minh"));

        @Override
        public Instant instant() {
            return present.instant().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return present.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
