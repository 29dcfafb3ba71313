package vn.cchc.messaging.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

import vn.cchc.events.Event;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultAccepted.Period;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.EventFormat;

/** The database of a service with only the outbox. */
record Rows(Map<String, String> settings, String service) {

    static final int KEYS = 5_000;

    /** One insert, because a million transactions would take too long; numbered from 1. */
    private static final String FILL = """
            insert into outbox (event_id, topic, key, type, data, occurred_at)
            select uuidv7(), ?, 'CT05.1|2025H1|U' || n % ?, ?, replace(?, '"numerator":0,', '"numerator":' || n || ','), now()
            from generate_series(1, ?) n""";

    static Rows of(String service) {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", service));
        var rows = new Rows(stack.start(), service);
        Flyway.configure().dataSource(rows.url(), service + "_owner", rows.password()).locations("db/messaging")
                .placeholders(Map.of("application", service)).load().migrate();
        return rows;
    }

    static UnitResultAccepted accepted(long numerator) {
        var half = new Period("2025H1", 2025, LocalDate.of(2024, 12, 15), LocalDate.of(2025, 6, 14), LocalDate.of(2024, 12, 15),
                false);
        return new UnitResultAccepted("CT05.1", "KH-SGDDT-2022", half, "U" + numerator % KEYS, numerator, 1_000_000_000L, null,
                null,
                new UUID(0, numerator), 1, "CCHC", "vp-head", Instant.EPOCH, "reviewer", Instant.EPOCH, "0".repeat(64),
                List.of());
    }

    void fill(String topic, int events) throws SQLException {
        var pattern = accepted(0);
        try (var connection = connect(); var fill = connection.prepareStatement(FILL)) {
            fill.setString(1, topic);
            fill.setInt(2, KEYS);
            fill.setString(3, Event.typeOf(pattern.getClass()));
            fill.setString(4, EventFormat.write(pattern));
            fill.setInt(5, events);
            fill.executeUpdate();
        }
    }

    void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), service + "_owner", password())) {
            connection.createStatement().execute(statement);
        }
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(service);
        source.setPassword(password());
        return source;
    }

    String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }

    private String url() {
        return settings.get("quarkus.datasource.jdbc.url");
    }

    private String password() {
        return settings.get("quarkus.datasource.password");
    }
}
