package vn.cchc.reporting.unit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;

/** Changes of units under legal documents, and the registry as it was on any day. Each test has units of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReorganisationTest {

    @Inject
    SessionFactory sessions;
    @Inject
    DueUnitChanges due;
    @Inject
    Units units;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void aRenamedSchoolHasEachNameInItsTime() {
        school("REN-1", "SGDDT");

        change("REN-1", Map.of("type", "RENAME", "date", "2025-07-01", "name", "Trường mới")).statusCode(200)
                .body("name", equalTo("Trường mới")).body("nameEn", equalTo("School REN-1")).body("version", equalTo(2));

        unit("REN-1").body("name", equalTo("Trường mới"));
        unit("REN-1?asOf=2025-06-30").body("name", equalTo("Trường REN-1"));
        unit("REN-1?asOf=2025-07-01").body("name", equalTo("Trường mới"));
        unit("REN-1/changes").body("items", hasSize(1)).body("items[0].type", equalTo("RENAME"))
                .body("items[0].legalDocument.number", equalTo("202/2025/QH15")).body("items[0].recordedBy", equalTo("admin"));
    }

    @Test
    void theSuccessorOfTwoUnitsBeginsWhenTheyEndAndTakesTheUnitsBelow() {
        school("MRG-A", "SGDDT");
        school("MRG-B", "SGDDT");
        school("MRG-BELOW", "MRG-B");

        change("MRG-A", Map.of("type", "MERGE", "date", "2025-07-01", "units", List.of("MRG-B"), "successors",
                List.of(created("MRG-C")))).statusCode(200).body("validTo", equalTo("2025-06-30"))
                .body("successors", contains("MRG-C"));

        unit("MRG-C").body("validFrom", equalTo("2025-07-01")).body("predecessors", contains("MRG-A", "MRG-B"))
                .body("parent", equalTo("SGDDT"));
        unit("MRG-B").body("validTo", equalTo("2025-06-30")).body("successors", contains("MRG-C"));
        unit("MRG-BELOW").body("parent", equalTo("MRG-C")).body("reportingParent", equalTo("MRG-C"));
        unit("MRG-BELOW?asOf=2025-06-30").body("parent", equalTo("MRG-B"));
        unit("MRG-BELOW/changes").body("items.type", contains("MERGE"));
        UnitRecorded published = published("MRG-C", 1);
        assertThat(published.predecessors()).containsExactly("MRG-A", "MRG-B");
        assertThat(published("MRG-B", 2).successors()).containsExactly("MRG-C");
        assertThat(published("MRG-BELOW", 2).parent()).isEqualTo("MRG-C");
    }

    @Test
    void aUnitIsMergedIntoOneThatGoesOn() {
        school("INTO-A", "SGDDT");
        school("INTO-B", "SGDDT");

        change("INTO-A", Map.of("type", "MERGE", "date", "2025-07-01", "successors", List.of(Map.of("code", "INTO-B"))))
                .statusCode(200);

        unit("INTO-B").body("validTo", nullValue()).body("predecessors", contains("INTO-A")).body("version", equalTo(2));
        unit("INTO-A").body("validTo", equalTo("2025-06-30"));
    }

    @Test
    void aUnitIsSplitAndGoesOn() {
        school("SPL-A", "SGDDT");

        change("SPL-A", Map.of("type", "SPLIT", "date", "2025-09-01", "successors",
                List.of(Map.of("code", "SPL-A"), created("SPL-B")))).statusCode(200).body("validTo", nullValue())
                .body("successors", contains("SPL-B")).body("predecessors", empty());

        unit("SPL-B").body("predecessors", contains("SPL-A")).body("validFrom", equalTo("2025-09-01"));
    }

    @Test
    void aDissolvedUnitExistsUntilTheDayBefore() {
        school("END-A", "SGDDT");

        change("END-A", Map.of("type", "DISSOLVE", "date", "2025-07-01")).statusCode(200).body("successors", empty());

        unit("END-A?asOf=2025-06-30").body("code", equalTo("END-A"));
        as("viewer").get("/api/v1/units/END-A?asOf=2025-07-01").then().statusCode(404);
        list("asOf=2025-06-30&limit=200").body("items.code", hasItem("END-A"));
        list("asOf=2025-07-01&limit=200").body("items.code", not(hasItem("END-A")));
    }

    @Test
    void childrenAreThoseOfTheDayAndOfTheTree() {
        school("TREE-A", null);
        school("TREE-B", null);
        school("TREE-C", "TREE-A");

        change("TREE-C", Map.of("type", "TRANSFER", "date", "2025-07-01", "tree", "REPORTING", "parent", "TREE-B"))
                .statusCode(200).body("parent", equalTo("TREE-A")).body("reportingParent", equalTo("TREE-B"));

        list("parent=TREE-A").body("items.code", contains("TREE-C"));
        list("parent=TREE-A&tree=REPORTING").body("items", empty());
        list("parent=TREE-B&tree=REPORTING").body("items.code", contains("TREE-C"));
        list("parent=TREE-A&tree=REPORTING&asOf=2025-06-30").body("items.code", contains("TREE-C"));
        list("parent=TREE-B&tree=REPORTING&asOf=2025-06-30").body("items", empty());
        list("parent=TREE-B&tree=REPORTING&asOf=2025-07-01").body("items.code", contains("TREE-C"));
    }

    @Test
    void aChangeThatIsRecordedAheadHoldsFromItsDay() {
        school("DUE-1", "SGDDT");
        change("DUE-1", Map.of("type", "RENAME", "date", "2090-01-01", "name", "Trường về sau")).statusCode(200)
                .body("name", equalTo("Trường DUE-1"));

        assertThat(due.apply(LocalDate.of(2089, 12, 31))).isZero();
        assertThat(due.apply(LocalDate.of(2090, 1, 1))).isEqualTo(1);

        unit("DUE-1").body("name", equalTo("Trường về sau")).body("version", equalTo(3));
        assertThat(published("DUE-1", 3).name()).isEqualTo("Trường về sau");
        // The day is not reached yet.
        assertThat(due.apply(LocalDate.of(2090, 1, 1))).isZero();
    }

    @Test
    void everyFaultIsNamed() {
        school("BAD-A", "SGDDT");
        school("BAD-B", "BAD-A");
        Map<String, Object> late = unitBody("BAD-LATE", "SGDDT");
        late.put("validFrom", "2026-01-01");
        as("admin").body(late).post("/api/v1/units").then().statusCode(201);

        change("BAD-A", Map.of("type", "MERGE", "date", "2025-07-01", "units", List.of("BAD-A", "NOBODY", "BAD-LATE"),
                "successors", List.of(Map.of("code", "BAD-B")))).statusCode(422)
                .body("errors.pointer", contains("/units/0", "/units/1", "/units/2", "/successors/0/code"))
                .body("errors.code", contains("repeated-unit", "unknown-unit", "before-unit", "cycle"));
        change("BAD-A", Map.of("type", "SPLIT", "date", "2025-07-01", "successors",
                List.of(Map.of("code", "BAD-NEW"), Map.of("code", "BAD-LATE"), Map.of("code", "VP", "name", "x"))))
                .statusCode(422).body("errors.code", containsInAnyOrder("successor-incomplete", "successor-does-not-exist",
                        "successor-exists", "units-below"));
        change("BAD-A", Map.of("type", "DISSOLVE", "date", "2025-07-01", "tree", "REPORTING", "name", "x")).statusCode(422)
                .body("errors.pointer", contains("/name", "/tree"));
        unit("BAD-A/changes").body("items", empty());
        unit("BAD-A").body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "RENAME", "date": "2025-07-01"}                                                | /name       | nothing-changes
            {"type": "RENAME", "date": "2025-07-01", "name": "Trường IMP-A"}                        | /name       | nothing-changes
            {"type": "RENAME", "date": "2019-12-31", "name": "x"}                                   | /date       | before-unit
            {"type": "RENAME", "date": "2031-01-01", "name": "x"}                                   | /date       | after-unit
            {"type": "DISSOLVE", "date": "2020-01-01"}                                              | /date       | before-unit
            {"type": "TRANSFER", "date": "2025-07-01", "parent": "VP"}                              | /tree       | tree-missing
            {"type": "TRANSFER", "date": "2025-07-01", "tree": "ORGANISATION", "parent": "NOBODY"}  | /parent     | unknown-parent
            {"type": "TRANSFER", "date": "2025-07-01", "tree": "ORGANISATION", "parent": "IMP-A"}   | /parent     | cycle
            {"type": "TRANSFER", "date": "2025-07-01", "tree": "ORGANISATION", "parent": "IMP-B"}   | /parent     | cycle
            {"type": "TRANSFER", "date": "2025-07-01", "tree": "ORGANISATION", "parent": "TTR"}     | /parent     | parent-does-not-exist
            {"type": "MERGE", "date": "2025-07-01"}                                                 | /successors | one-successor
            {"type": "SPLIT", "date": "2025-07-01", "successors": [{"code": "IMP-A"}]}              | /successors | two-successors
            {"type": "DISSOLVE", "date": "2025-07-01"}                                              | /date       | units-below""")
    void anImpossibleChangeIsRefused(String body, String pointer, String code) {
        if (as("viewer").get("/api/v1/units/IMP-A").statusCode() == 404) {
            Map<String, Object> bounded = unitBody("IMP-A", "SGDDT");
            bounded.putAll(Map.of("validFrom", "2020-01-01", "validTo", "2030-12-31"));
            as("admin").body(bounded).post("/api/v1/units").then().statusCode(201);
            school("IMP-B", "IMP-A");
        }
        String document = "\"legalDocument\": {\"number\": \"1\", \"date\": \"2025-06-12\", \"issuer\": \"a\", \"title\": \"b\"}, ";

        as("admin").header("If-Match", "*").body("{" + document + body.substring(1)).post("/api/v1/units/IMP-A/changes").then()
                .statusCode(422).body("errors.pointer", contains(pointer)).body("errors.code", contains(code));
    }

    @Test
    void aUnitThatIsSucceededCannotEndAgain() {
        school("TWICE-A", "SGDDT");
        school("TWICE-B", "SGDDT");
        change("TWICE-A", Map.of("type", "MERGE", "date", "2025-07-01", "successors", List.of(Map.of("code", "TWICE-B"))))
                .statusCode(200);

        change("TWICE-A", Map.of("type", "DISSOLVE", "date", "2025-07-01")).statusCode(422).body("errors.code",
                contains("later-change"));
        change("TWICE-B", Map.of("type", "DISSOLVE", "date", "2025-06-01")).statusCode(422).body("errors.code",
                contains("later-change"));
    }

    @Test
    void aChangeNeedsTheCurrentVersionAndALegalDocumentAndAnAdministrator() {
        school("TAG-A", "SGDDT");
        String tag = as("viewer").get("/api/v1/units/TAG-A").then().statusCode(200).extract().header("ETag");
        var renamed = Map.of("type", "RENAME", "date", "2025-07-01", "name", "Một", "legalDocument", document());

        as("admin").body(renamed).post("/api/v1/units/TAG-A/changes").then().statusCode(428);
        as("reviewer").header("If-Match", tag).body(renamed).post("/api/v1/units/TAG-A/changes").then().statusCode(403);
        as("admin").header("If-Match", tag).body(Map.of("type", "RENAME", "date", "2025-07-01", "name", "Hai"))
                .post("/api/v1/units/TAG-A/changes").then().statusCode(422)
                .body("errors.pointer", contains("/legalDocument"));
        as("admin").header("If-Match", tag).body(renamed).post("/api/v1/units/TAG-A/changes").then().statusCode(200);
        as("admin").header("If-Match", tag).body(renamed).post("/api/v1/units/TAG-A/changes").then().statusCode(412)
                .body("changes.action", contains("RENAME")).body("changes[0].fields", hasItem("/name"));
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor").get("/api/v1/audit?resource=unit&resourceId=TAG-A").then()
                .body("items[1].entry.decision", equalTo("202/2025/QH15")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "soc trang", "SÓC TRĂNG", "Sóc Trăng", "so giao duc va dao tao", "So%CC%81c%20Tra%CC%86ng",
            "đào tạo",
            "soc trang province", "sgddt" })
    void aUnitIsFoundWithoutCaseAndDiacritics(String text) {
        as("viewer").urlEncodingEnabled(!text.contains("%")).get("/api/v1/units?limit=200&q=" + text).then().statusCode(200)
                .body("items.code", hasItem("SGDDT")).body("items.code", not(hasItem("VP")));
    }

    @Test
    void aSearchOfADayFindsTheNamesOfThatDay() {
        school("FIND-1", "SGDDT");
        change("FIND-1", Map.of("type", "RENAME", "date", "2025-07-01", "name", "Trường Nguyễn Thị Minh Khai"))
                .statusCode(200);

        list("q=nguyen thi minh khai").body("items.code", contains("FIND-1"));
        list("q=truong find-1&asOf=2025-06-30").body("items.code", contains("FIND-1"));
        list("q=nguyen thi minh khai&asOf=2025-06-30").body("items", empty());
        list("q=%").body("items", empty());
    }

    @Test
    void onlyTheUnitsThatHaveChangedSinceAreListed() {
        school("NEW-A", "SGDDT");
        Instant before = Instant.now();
        school("NEW-B", "SGDDT");

        list("limit=200&updatedAfter=" + before).body("items.code", hasItem("NEW-B")).body("items.code", not(hasItem("NEW-A")));
    }

    @Test
    void aCodeOfAnotherSystemBelongsToOneUnitAtATime() {
        Map<String, Object> first = unitBody("IDS-A", "SGDDT");
        first.put("identifiers", List.of(Map.of("scheme", "MOET", "value", "94001", "validTo", "2025-06-30")));
        first.put("agencyCode", "000.17.30.H59");
        as("admin").body(first).post("/api/v1/units").then().statusCode(201).body("agencyCode", equalTo("000.17.30.H59"))
                .body("identifiers.value", contains("94001"));
        Map<String, Object> second = unitBody("IDS-B", "SGDDT");
        second.put("identifiers", List.of(Map.of("scheme", "MOET", "value", "94001")));
        as("admin").body(second).post("/api/v1/units").then().statusCode(422).body("errors.pointer",
                contains("/identifiers/0/value"));
        second.put("identifiers", List.of(Map.of("scheme", "MOET", "value", "94001", "validFrom", "2025-07-01")));
        as("admin").body(second).post("/api/v1/units").then().statusCode(201);
    }

    @Test
    void theCodesOfAUnitInOtherSystemsAreReplacedAsAWhole() {
        school("IDS-C", "SGDDT");
        String tag = as("viewer").get("/api/v1/units/IDS-C").then().extract().header("ETag");
        var codes = Map.of("agencyCode", "H59.17.901", "identifiers",
                List.of(Map.of("scheme", "AGENCY_CODE", "value", "000.91.17.H59", "validTo", "2021-12-31"),
                        Map.of("scheme", "MOET", "value", "94901")));

        as("admin").body(codes).put("/api/v1/units/IDS-C/identifiers").then().statusCode(428);
        as("reviewer").header("If-Match", tag).body(codes).put("/api/v1/units/IDS-C/identifiers").then().statusCode(403);
        as("admin").header("If-Match", tag).body(codes).put("/api/v1/units/IDS-C/identifiers").then().statusCode(200)
                .body("agencyCode", equalTo("H59.17.901")).body("identifiers.value", contains("000.91.17.H59", "94901"));
        as("admin").header("If-Match", tag).body(codes).put("/api/v1/units/IDS-C/identifiers").then().statusCode(412)
                .body("changes.action", contains("REPLACE_IDENTIFIERS"))
                .body("changes[0].fields", containsInAnyOrder("/agencyCode", "/identifiers", "/version"));
        identify("IDS-C", codes).statusCode(200);
        identify("IDS-C", Map.of("identifiers", List.of(Map.of("scheme", "MOET", "value", "94902")))).statusCode(200)
                .body("agencyCode", nullValue()).body("identifiers.value", contains("94902"));
        unit("IDS-C").body("identifiers.value", contains("94902"));
    }

    @Test
    void everyInvalidCodeOfAUnitIsNamed() {
        school("IDS-D", "SGDDT");
        school("IDS-E", "SGDDT");
        identify("IDS-D", Map.of("agencyCode", "H59.17.902", "identifiers",
                List.of(Map.of("scheme", "MOET", "value", "94903")))).statusCode(200);

        identify("IDS-E", Map.of("agencyCode", "H59.17.902", "identifiers",
                List.of(Map.of("scheme", "MOET", "value", "94903"),
                        Map.of("scheme", "AGENCY_CODE", "value", "H59-17"),
                        Map.of("scheme", "TAX", "value", "1", "validFrom", "2025-01-02", "validTo", "2025-01-01"),
                        Map.of("scheme", "BUDGET", "value", "1"),
                        Map.of("scheme", "BUDGET", "value", "1", "validFrom", "2025-01-01"))))
                .statusCode(422)
                .body("errors.pointer",
                        containsInAnyOrder("/identifiers/0/value", "/identifiers/1/value", "/identifiers/2/validTo",
                                "/identifiers/4", "/agencyCode"))
                .body("errors.code", containsInAnyOrder("identifier-taken", "invalid-agency-code", "ends-before-it-begins",
                        "repeated-identifier", "agency-code-taken"));
        unit("IDS-E").body("agencyCode", nullValue()).body("identifiers", empty());
    }

    @Test
    void aUnitOfAnEarlierReleaseIsWhatItsRowSays() {
        QuarkusTransaction.requiringNew().run(() -> units.getEntityManager().createNativeQuery(
                "insert into unit (code, name, name_en, type, parent, version) values ('OLD-A', 'Cũ', 'Old', 'OFFICE', 'VP', 1)")
                .executeUpdate());

        unit("OLD-A?asOf=2024-01-01").body("name", equalTo("Cũ")).body("parent", equalTo("VP"));
        list("parent=VP&asOf=2024-01-01").body("items.code", hasItem("OLD-A"));
        change("OLD-A", Map.of("type", "RENAME", "date", "2025-07-01", "name", "Mới")).statusCode(200);
        unit("OLD-A?asOf=2024-01-01").body("name", equalTo("Cũ")).body("parent", equalTo("VP"));
    }

    @Test
    void aPageReadsTheFactsOfItsUnitsWithOneStatementOfEachKind() {
        for (int i = 0; i < 12; i++) {
            school("MANY-" + i, "SGDDT");
        }

        assertThat(fetches("asOf=2025-06-30&limit=2")).isEqualTo(3);
        assertThat(fetches("asOf=2025-06-30&limit=15")).isEqualTo(3);
    }

    /** Statements that read names, parents or identifiers. */
    private long fetches(String query) {
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();
        list(query).body("items.size()", greaterThan(1));
        return Stream.of("names", "parents", "identifiers")
                .mapToLong(facts -> sessions.getStatistics().getCollectionStatistics(Unit.class.getName() + '.' + facts)
                        .getFetchCount())
                .sum();
    }

    private static void school(String code, String parent) {
        as("admin").body(unitBody(code, parent)).post("/api/v1/units").then().statusCode(201);
    }

    private static Map<String, Object> unitBody(String code, String parent) {
        Map<String, Object> body = new HashMap<>(created(code));
        body.put("parent", parent);
        return body;
    }

    private static Map<String, Object> created(String code) {
        return Map.of("code", code, "name", "Trường " + code, "nameEn", "School " + code, "type", "SERVICE_UNIT");
    }

    private static Map<String, Object> document() {
        return Map.of("number", "202/2025/QH15", "date", "2025-06-12", "issuer", "Quốc hội", "title", "Nghị quyết");
    }

    private static ValidatableResponse change(String code, Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("legalDocument", document());
        return as("admin").header("If-Match", "*").body(body).post("/api/v1/units/" + code + "/changes").then();
    }

    private static ValidatableResponse identify(String code, Map<String, Object> codes) {
        return as("admin").header("If-Match", "*").body(codes).put("/api/v1/units/" + code + "/identifiers").then();
    }

    private static ValidatableResponse unit(String path) {
        return as("viewer").get("/api/v1/units/" + path).then().statusCode(200);
    }

    private static ValidatableResponse list(String query) {
        return as("viewer").get("/api/v1/units?" + query).then().statusCode(200);
    }

    private static RequestSpecification as(String persona) {
        return RestAssured.given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }

    /** Waits until this version of a unit is published. */
    private UnitRecorded published(String code, long version) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(UnitRecorded.TOPIC));
            List<UnitRecorded> found = new ArrayList<>();
            await().atMost(10, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> {
                    UnitRecorded recorded = EventFormat.read(message.value(), UnitRecorded.class);
                    if (recorded.code().equals(code) && recorded.version() == version) {
                        found.add(recorded);
                    }
                });
                return !found.isEmpty();
            });
            return found.get(0);
        }
    }
}
