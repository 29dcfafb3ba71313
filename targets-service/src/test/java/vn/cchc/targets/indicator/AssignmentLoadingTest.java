package vn.cchc.targets.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.values.IndicatorCode;

/** An indicator may have an assignment for each of 53,000 units. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class AssignmentLoadingTest {

    private static final int UNITS = 300;

    @Inject
    EntityManager database;
    @Inject
    SessionFactory sessions;
    @Inject
    Indicators indicators;

    @BeforeEach
    void manyUnitsReportAnIndicator() {
        sql("insert into assignment (id, indicator, unit, lead) select uuidv7(), 'CT12', 'MANY-' || n, false from generate_series(1, "
                + UNITS + ") n");
        sessions.getStatistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void thePlansAssignmentsStay() {
        sessions.getStatistics().setStatisticsEnabled(false);
        sql("delete from assignment where unit like 'MANY-%'");
    }

    @Test
    void theScoreboardLoadsTheAssignmentsOfLeadsOnly() {
        assertThat(loadedBy(() -> get("/scoreboard?year=2025").body("indicators", hasSize(23)))).isEqualTo(leads());
        assertThat(loadedBy(() -> get("/indicators/CT12/assessment?year=2025").body("indicator", equalTo("CT12"))))
                .isEqualTo(1);
    }

    @Test
    void anEventLoadsNoAssignment() {
        assertThat(loadedBy(
                () -> QuarkusTransaction.requiringNew().run(() -> indicators.requireForEvent(new IndicatorCode("CT12")))))
                .isZero();
    }

    @Test
    void anIndicatorShowsAllOfItsAssignments() {
        get("/indicators/CT12").body("assignments", hasSize(UNITS + 1));
        get("/indicators?limit=200").body("items.find { it.code == 'CT12' }.assignments", hasSize(UNITS + 1));
    }

    private long loadedBy(Runnable read) {
        Statistics statistics = sessions.getStatistics();
        statistics.clear();
        read.run();
        return statistics.getEntityStatistics(Assignment.class.getName()).getLoadCount();
    }

    private long leads() {
        return ((Number) database.createNativeQuery("""
                select count(*) from assignment a join indicator i on i.code = a.indicator
                where a.lead and i.plan = 'KH-SGDDT-2022'""").getSingleResult()).longValue();
    }

    private void sql(String change) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(change).executeUpdate());
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(200);
    }
}
