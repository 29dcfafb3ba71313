package vn.cchc.targets.scoreboard;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.result.AcceptedFixture;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/**
 * What is read of an earlier moment is what a reader would have seen if only the events up to that moment had ever come, in
 * whatever order all of them came. {@code -Dasof.sequences=60} tries more random sequences, {@code -Dasof.seed} others.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class AsOfReplayTest {

    private static final long SEED = Long.getLong("asof.seed", 14);
    private static final int SEQUENCES = Integer.getInteger("asof.sequences", 2);
    private static final int EVENTS = 60;
    private static final List<String> UNITS = List.of("RP-A", "RP-B");
    private static final List<String> COUNTED = List.of("RP1", "RP2");
    private static final List<String> INDICATORS = List.of("RP1", "RP2", "RP3", "RP4");

    @Inject
    Scoreboard scoreboard;

    @Inject
    Plans plans;

    @Inject
    ReadModels models;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void registerPlanWithTwoUnits() throws IOException {
        Instant past = Instant.now().minusSeconds(1);
        commit(UNITS.stream().map(unit -> received(unit(unit, 1, null, null), past)).toList());
        try (InputStream plan = AsOfReplayTest.class.getResourceAsStream("/plan/KH-REPLAY.json")) {
            assertThat(post("/plans", new String(plan.readAllBytes(), UTF_8))).isIn(201, 409);
        }
        for (String indicator : List.of("RP1", "RP2", "RP3")) {
            for (String unit : UNITS.subList(1, UNITS.size())) {
                assertThat(post("/assignments", "{\"indicator\": \"%s\", \"unit\": \"%s\"}".formatted(indicator, unit)))
                        .isIn(201, 409);
            }
        }
    }

    static Stream<Integer> sequences() {
        return IntStream.range(0, SEQUENCES).boxed();
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void whatWasKnownAtAMomentIsWhatItsEventsSay(int sequence) {
        Random random = new Random(SEED + sequence);
        int year = 2011 + sequence;
        List<ReceivedEvent<Event>> events = new Sequence(random, year, Instant.now().truncatedTo(ChronoUnit.MILLIS)).events();
        List<Integer> moments = Stream.concat(random.ints(4, 1, events.size()).boxed(), Stream.of(events.size())).toList();
        List<List<JsonNode>> replayed = moments.stream().map(moment -> replay(events.subList(0, moment), year)).toList();

        List<ReceivedEvent<Event>> arrivals = new ArrayList<>(events);
        Collections.shuffle(arrivals, random);
        commit(arrivals);

        Instant last = events.get(events.size() - 1).occurredAt();
        await().until(() -> Instant.now().isAfter(last.plusMillis(1)));
        for (int i = 0; i < moments.size(); i++) {
            String moment = "&asOf=" + events.get(moments.get(i) - 1).occurredAt();
            assertThat(readOverHttp(year, moment)).as("sequence %d after %d events", sequence, moments.get(i))
                    .isEqualTo(replayed.get(i));
        }
        assertThat(readOverHttp(year, "")).isEqualTo(replayed.get(replayed.size() - 1));
    }

    /** Applies the events in the order of time, reads, and leaves no trace. */
    private List<JsonNode> replay(List<ReceivedEvent<Event>> events, int year) {
        QuarkusTransaction.begin();
        try {
            events.forEach(this::apply);
            // As a commit would.
            database.flush();
            LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
            Stream<Object> assessments = INDICATORS.stream()
                    .map(code -> scoreboard.of(new IndicatorCode(code), year, new WholePage(), today));
            return Stream.concat(Stream.of(scoreboard.of(plans.require(new PlanCode("KH-REPLAY")), year, today)), assessments)
                    .map(this::written).toList();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<JsonNode> readOverHttp(int year, String asOf) {
        return Stream.concat(Stream.of("/scoreboard?plan=KH-REPLAY"),
                INDICATORS.stream().map(code -> "/indicators/" + code + "/assessment?limit=200"))
                .map(path -> read(given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path + "&year=" + year + asOf)
                        .then().statusCode(200).extract().asString()))
                .toList();
    }

    private JsonNode written(Object view) {
        try {
            return read(json.writeValueAsString(view));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String document) {
        try {
            return json.readTree(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit(List<ReceivedEvent<Event>> events) {
        events.forEach(event -> QuarkusTransaction.requiringNew().run(() -> apply(event)));
    }

    @SuppressWarnings("unchecked")
    private void apply(ReceivedEvent<Event> event) {
        ((ReadModel<Event>) models.of(event.event().topic()).orElseThrow()).apply(event);
    }

    private static ReceivedEvent<Event> received(Event event, Instant at) {
        return new ReceivedEvent<>(UUID.randomUUID(), 0, 0, at, at, event);
    }

    private static int post(String path, String body) {
        return given().auth().oauth2(Tokens.of("planner")).contentType("application/json").body(body).post("/api/v1" + path)
                .statusCode();
    }

    private static UnitRecorded unit(String code, long version, LocalDate from, LocalDate to) {
        return new UnitRecorded(code, "Đơn vị " + code, "Unit " + code, "OFFICE", null, from, to, List.of(), version, null,
                List.of());
    }

    /** The whole of a list that is short. */
    private static final class WholePage extends Paging {

        @Override
        public int limit() {
            return 200;
        }
    }

    /** Random events of a reporting year, one a millisecond, with versions as the services count them. */
    private static final class Sequence {

        private final Random random;
        private final int year;
        private final Instant start;
        private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        private final Map<String, Long> versions = new HashMap<>();
        private final List<ReceivedEvent<Event>> events = new ArrayList<>();

        Sequence(Random random, int year, Instant start) {
            this.random = random;
            this.year = year;
            this.start = start;
        }

        List<ReceivedEvent<Event>> events() {
            Stream.of("Q1", "H1", "Q3", "").map(this::period).forEach(this::add);
            IntStream.range(0, EVENTS).forEach(any -> add(next()));
            return events;
        }

        private void add(Event event) {
            events.add(received(event, now()));
        }

        private Instant now() {
            return start.plusMillis(events.size());
        }

        private Event next() {
            return switch (random.nextInt(12)) {
                case 0 -> period(anyPeriod());
                case 1 -> unitWithOtherDays();
                case 2 -> status();
                case 3 -> extension();
                case 4, 5 -> survey();
                case 6 -> retraction();
                default -> acceptance();
            };
        }

        private UnitResultAccepted acceptance() {
            String indicator = any(List.of("RP1", "RP2", "RP3"));
            boolean counted = COUNTED.contains(indicator);
            String unit = any(UNITS);
            UnitResultAccepted.Period period = accepted(anyPeriod());
            long denominator = random.nextInt(20);
            return new UnitResultAccepted(indicator, "KH-REPLAY", period, unit,
                    counted ? (long) random.nextInt((int) denominator + 1) : null, counted ? denominator : null,
                    counted ? null : any(List.of("NOT_ACHIEVED", "PARTLY_ACHIEVED", "ACHIEVED")), counted ? null : "Căn cứ",
                    report(unit, period.code()), (int) version("figure " + unit + period.code()), "REPLAY", "head", now(),
                    "reviewer", now(), null, List.of());
        }

        /** Of a figure that was accepted, if there is one. */
        private Event retraction() {
            List<UnitResultAccepted> accepted = events.stream().map(ReceivedEvent::event)
                    .filter(UnitResultAccepted.class::isInstance).map(UnitResultAccepted.class::cast).toList();
            UnitResultAccepted figure = accepted.isEmpty() ? acceptance() : any(accepted);
            return new UnitResultRetracted(figure.indicator(), "REPLAY", figure.periodCode(), figure.unit(), figure.report(),
                    (int) version("figure " + figure.unit() + figure.periodCode()), "Đính chính", "reviewer", now());
        }

        private Event survey() {
            String method = any(List.of("POOLED", "DOSSIERS"));
            long answers = 1 + random.nextInt(20);
            return new SurveyResultPublished("RP4", "KH-REPLAY", year - random.nextInt(2), random.nextInt((int) answers + 1),
                    answers, answers, null, null, method, 1, "WILSON", (int) version("survey " + method), null,
                    UUID.randomUUID(), "RP", 1, "surveyor", now());
        }

        private Event unitWithOtherDays() {
            String code = any(UNITS);
            LocalDate from = random.nextBoolean() ? null : firstDay().plusDays(random.nextInt(200));
            LocalDate to = random.nextBoolean() ? null : firstDay().plusDays(200 + random.nextInt(200));
            // Higher than in every earlier sequence.
            return unit(code, year * 1000L + version("unit " + code), from, to);
        }

        private Event status() {
            String unit = any(UNITS);
            String period = year + anyPeriod();
            return new ReportStatusChanged(report(unit, period), "REPLAY", period, unit,
                    any(List.of("DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED")), 1, now(), now(),
                    version("status " + unit + period), null, null);
        }

        private Event extension() {
            String unit = any(UNITS);
            String period = year + anyPeriod();
            return new DeadlineExtended(UUID.nameUUIDFromBytes((unit + period).getBytes(UTF_8)), "REPLAY", period,
                    List.of(unit), today, today.plusDays(random.nextInt(10) - 5), random.nextInt(4) == 0,
                    version("extension " + unit + period));
        }

        private PeriodDefined period(String suffix) {
            UnitResultAccepted.Period period = accepted(suffix);
            LocalDate deadline = today.plusDays(random.nextInt(20) - 15);
            return new PeriodDefined("REPLAY", period.code(), year, period.from(), period.to(), period.yearFrom(),
                    LocalDate.of(year, 12, 14), period.annual(), deadline, deadline, deadline, random.nextInt(10) == 0,
                    version("period " + suffix));
        }

        private UnitResultAccepted.Period accepted(String suffix) {
            return switch (suffix) {
                case "Q1" -> AcceptedFixture.firstQuarter(year);
                case "H1" -> AcceptedFixture.firstHalf(year);
                case "Q3" -> AcceptedFixture.thirdQuarter(year);
                default -> AcceptedFixture.year(year);
            };
        }

        private String anyPeriod() {
            return any(List.of("H1", ""));
        }

        private LocalDate firstDay() {
            return LocalDate.of(year - 1, 12, 15);
        }

        private static UUID report(String unit, String period) {
            return UUID.nameUUIDFromBytes(("report " + unit + period).getBytes(UTF_8));
        }

        private long version(String of) {
            return versions.merge(of, 1L, Long::sum);
        }

        private <T> T any(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
