package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** Reports of TCCB, which reports one quantitative and one qualitative indicator; no other unit reports an indicator. */
@ApplicationScoped
class ReportFixture {

    private static final IndicatorDefined QUANTITATIVE = new IndicatorDefined("CT90", "KH-SGDDT-2022", 1, "Định lượng",
            "Quantitative",
            "RATIO", "FLOW",
            "AT_LEAST", "a", "b", "CCHC", null, null, List.of(new Milestone(2025, new BigDecimal("80"))),
            List.of(new Assignment("TCCB", true, null, null)), 1, List.of(), null);
    private static final IndicatorDefined QUALITATIVE = new IndicatorDefined("CT91", "KH-SGDDT-2022", 1, "Định tính",
            "Qualitative",
            "QUALITATIVE",
            null, null, null, null, "CCHC", null, null, List.of(new Milestone(2025, null)),
            List.of(new Assignment("TCCB", true, null, null)), 1, List.of(), null);
    private static final IndicatorDefined ENDED = new IndicatorDefined("CT92", "KH-SGDDT-2022", 1, "Hết hiệu lực", "Ended",
            "RATIO", "FLOW",
            "AT_LEAST", "a", "b", "CCHC", null, null, List.of(),
            List.of(new Assignment("TCCB", true, null, LocalDate.of(1998, 12, 31))), 1, List.of(), null);

    private static final Pattern STATUS_CHANGE = Pattern
            .compile(
                    "/(?:consolidated-)?reports/[^/]+/(handover|submission|withdrawal|acceptance|return|correction|correction/cancellation|closure|transfer|refresh|approval|dispatch)$");

    private final Outbox outbox;
    private final EntityManager database;
    private final String url;
    private final String owner;
    private final String password;

    ReportFixture(Outbox outbox, EntityManager database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.outbox = outbox;
        this.database = database;
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    void publishIndicators() {
        if (countIndicators() >= 3) {
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> List.of(QUANTITATIVE, QUALITATIVE, ENDED).forEach(outbox::add));
        await().atMost(10, SECONDS).until(() -> countIndicators() >= 3);
    }

    long countIndicators() {
        return selectLong("select count(*) from indicator");
    }

    void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    /** With the role that owns the tables. */
    void sqlAsOwner(String statement) {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long selectLong(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(query).getSingleResult()).longValue());
    }

    String selectText(String query) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(query).getSingleResult());
    }

    /** Locks the report until the end of the transaction. */
    void lock(String report) {
        database.createNativeQuery("select 1 from report where id = '" + report + "' for update").getSingleResult();
    }

    /** Locks the table of figures until the end of the transaction. */
    void lockReports() {
        database.createNativeQuery("lock table report in access exclusive mode").executeUpdate();
    }

    /** How many sessions of the database wait for a lock. */
    long sessionsWaitingForLock() {
        return selectLong("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""");
    }

    String draft(String period) {
        publishIndicators();
        return as("tccb-reporter").body(Map.of("period", period, "unit", "TCCB")).post("/api/v1/reports").then().statusCode(201)
                .extract().path("id");
    }

    void accept(String report, String statement) {
        as("tccb-reporter").body(Map.of("CT90", Map.of("numerator", 17, "denominator", 20), "CT91",
                Map.of("rating", "ACHIEVED", "statement", statement))).put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200);
        as("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    /** Requests with {@code If-Match: *} where it is required. */
    static RequestSpecification as(String persona) {
        return withoutIfMatch(persona).filter(ReportFixture::acceptAnyVersion);
    }

    static Response acceptAnyVersion(FilterableRequestSpecification request, FilterableResponseSpecification response,
            FilterContext context) {
        if (Set.of("PUT", "DELETE").contains(request.getMethod()) || STATUS_CHANGE.matcher(request.getURI()).find()) {
            request.header("If-Match", "*");
        }
        return context.next(request, response);
    }

    /** Requests with the given {@code If-Match}. */
    static RequestSpecification ifMatch(String tag, String persona) {
        return withoutIfMatch(persona).header("If-Match", tag);
    }

    static RequestSpecification withoutIfMatch(String persona) {
        return given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }
}
