package vn.cchc.targets.result;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.firstQuarter;
import static vn.cchc.targets.result.AcceptedFixture.rated;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** Eight units report three indicators in 2001. The groups that changes left behind are those that are counted anew. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class MaintainedGroupsTest {

    private static final List<String> UNITS = IntStream.rangeClosed(1, 8).mapToObj(unit -> "MG-" + unit).toList();
    private static final List<String> INDICATORS = List.of("CT11", "CT08.1", "CT10.2");
    private static final List<UnitResultAccepted.Period> PERIODS = List.of(firstQuarter(2001), firstHalf(2001),
            thirdQuarter(2001), year(2001));
    private static final String GROUPS = """
            select concat_ws(' ', indicator, coalesce(responsible, '-'), existing, coalesce(basis, '-'), cut_off, annual, handed_in, extended,
              units, numerator, denominator, not_achieved, partly_achieved, achieved) from unit_group
            where regime = 'CCHC' and year = 2001 and indicator <> 'CT16' order by 1""";
    private static final String UNAPPLIED = """
            select count(*) from published_event p
            where topic in ('cchc.units', 'cchc.periods', 'cchc.reports', 'cchc.extensions', 'cchc.unit-results')
              and not exists (select from inbox i where i.event_id = p.event_id)
              and not exists (select from dead_letter d where d.event_id = p.event_id)""";

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private long version = Instant.now().toEpochMilli();

    @BeforeEach
    void countTheYear() {
        publish(PeriodFixture.definedCchc(2001).toArray(PeriodDefined[]::new));
        UNITS.subList(0, 6).forEach(unit -> publish(recorded(unit, null)));
        awaitApplied();
        UNITS.subList(0, 6).forEach(unit -> INDICATORS.forEach(indicator -> assign(indicator, unit)));
        await().atMost(30, SECONDS)
                .until(() -> count("select count(*) from grouped_year where year = 2001 and counted_to = '~'") == 1);
        // A row that no count gives: it is gone once the year is counted anew.
        run("insert into unit_group (regime, year, indicator, existing, handed_in, extended, units, numerator, denominator, not_achieved, partly_achieved, achieved) values ('CCHC', 2001, 'CT16', 'MG', '', '', 1, 0, 0, 0, 0, 0)");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void anyChangesLeaveTheGroupsThatAreCountedAnew(long seed) throws Exception {
        endWithLaterFigure("MG-END-" + seed);
        Random random = new Random(seed);
        List<UnitResultAccepted> known = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            publish(IntStream.range(0, 6).mapToObj(any -> change(random, known)).toArray(Event[]::new));
        }
        awaitApplied();

        assertThat(count("select count(*) from unit_group where existing = 'MG'")).isOne();
        List<String> maintained = rows();
        String scoreboard = scoreboard();
        assertThat(maintained).hasSizeGreaterThan(20);
        try (Connection noCount = sharedLock()) {
            run("delete from grouped_year");
            assertThat(scoreboard()).isEqualTo(scoreboard);
            noCount.rollback();
        }
        await().atMost(30, SECONDS)
                .until(() -> count("select count(*) from grouped_year where year = 2001 and counted_to = '~'") == 1);
        assertThat(rows()).isEqualTo(maintained);
    }

    @Test
    void aUnitThatIsNotCountedYetChangesNoGroup() throws Exception {
        try (Connection noCount = sharedLock()) {
            run("update grouped_year set counted_to = 'MG-4' where year = 2001");
            run("delete from unit_group where year = 2001");
            publish(accepted("CT11", year(2001), "MG-3", 1, 2, (int) (++version % 1_000_000_000)),
                    accepted("CT11", year(2001), "MG-6", 1, 2, (int) (++version % 1_000_000_000)));
            awaitApplied();

            // The groups of MG-3 are negative where it was taken out of them, because they were deleted.
            assertThat(rows()).isNotEmpty().allMatch(row -> row.startsWith("CT11 "));
            assertThat(count("select cast(sum(units) as bigint) from unit_group where year = 2001 and units > 0")).isOne();
            run("delete from grouped_year where year = 2001");
            noCount.rollback();
        }
    }

    @Test
    void aChangeByHandHasTheYearCountedAnew() {
        publish(accepted("CT11", firstHalf(2001), UNITS.get(0), 1, 2, (int) (++version % 1_000_000_000)));
        awaitApplied();
        run("update unit_contribution set numerator = 0, denominator = 777 where year = 2001 and indicator = 'CT11' and unit = 'MG-1'");

        assertThat(scoreboard()).contains("777");
        await().atMost(30, SECONDS).until(() -> count(
                "select count(*) from unit_group where existing = 'MG'") == 0
                && count("select count(*) from grouped_year where year = 2001 and counted_to = '~'") == 1);
        assertThat(scoreboard()).contains("777");
    }

    /** The flow of the days after the end no longer counts, so the unit's contribution changes with its responsibility. */
    private void endWithLaterFigure(String unit) {
        publish(recorded(unit, null));
        awaitApplied();
        assign("CT11", unit);
        publish(accepted("CT11", firstHalf(2001), unit, 1, 2), accepted("CT11", thirdQuarter(2001), unit, 1, 2));
        awaitApplied();
        publish(recorded(unit, LocalDate.of(2001, 5, 3)));
    }

    private Event change(Random random, List<UnitResultAccepted> known) {
        String unit = one(random, UNITS);
        UnitResultAccepted.Period period = one(random, PERIODS);
        version++;
        return switch (random.nextInt(8)) {
            case 0 -> recorded(unit, random.nextBoolean() ? null : LocalDate.of(2001, 1 + random.nextInt(12), 3));
            case 1 ->
                new ReportStatusChanged(UUID.nameUUIDFromBytes((unit + period.code()).getBytes()), "CCHC", period.code(), unit,
                        one(random, List.of("SUBMITTED", "RETURNED", "DRAFT")), 1, Instant.now(), Instant.now(), version, null,
                        null);
            case 2 -> new DeadlineExtended(UUID.nameUUIDFromBytes(period.code().getBytes()), "CCHC", period.code(),
                    UNITS.subList(random.nextInt(4), 5), LocalDate.of(2001, 12, 16),
                    LocalDate.of(2090 + random.nextInt(2), 1, 1),
                    random.nextInt(4) == 0, version);
            case 3 -> known.isEmpty() ? recorded(unit, null) : retracted(one(random, known));
            case 4 -> known.isEmpty() ? recorded(unit, null) : one(random, known);
            case 5 -> rated("CT10.2", year(2001), unit, one(random, List.of("ACHIEVED", "PARTLY_ACHIEVED", "NOT_ACHIEVED")));
            default -> {
                var figure = accepted(one(random, INDICATORS.subList(0, 2)), period, unit, random.nextInt(5),
                        5 + random.nextInt(5),
                        known.size() + 1);
                known.add(figure);
                yield figure;
            }
        };
    }

    private static UnitResultRetracted retracted(UnitResultAccepted figure) {
        return new UnitResultRetracted(figure.indicator(), figure.regime(), figure.periodCode(), figure.unit(), figure.report(),
                figure.reportVersion() + 1, "Nhầm", "reviewer", Instant.now());
    }

    private UnitRecorded recorded(String unit, LocalDate last) {
        return new UnitRecorded(unit, "Trường " + unit, "School " + unit, "SERVICE_UNIT", "SGDDT", null, last, List.of(),
                ++version,
                null, List.of());
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Also within the year. */
    private static void assign(String indicator, String unit) {
        LocalDate first = unit.equals("MG-2") ? LocalDate.of(2001, 5, 1) : LocalDate.of(2000, 12, 15);
        assertThat(given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .body(Map.of("indicator", indicator, "unit", unit, "validFrom", first.toString(), "validTo", "2001-12-14"))
                .post("/api/v1/assignments").statusCode()).isIn(201, 409);
    }

    private List<String> rows() {
        List<?> found = QuarkusTransaction.requiringNew()
                .call(() -> (List<?>) database.createNativeQuery(GROUPS, String.class).getResultList());
        return found.stream().map(String.class::cast).toList();
    }

    private Connection sharedLock() throws Exception {
        Connection connection = DriverManager.getConnection(url, "targets", password);
        connection.setAutoCommit(false);
        connection.createStatement().execute("select pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0))");
        return connection;
    }

    private void awaitApplied() {
        await().atMost(60, SECONDS).until(() -> count("select count(*) from outbox") == 0 && count(UNAPPLIED) == 0);
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(query, Long.class).getSingleResult());
    }

    private void run(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static String scoreboard() {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/scoreboard?year=2001").then().statusCode(200).extract()
                .asString();
    }
}
