package vn.cchc.reporting;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/** A refusal names all faults at once: of the constraints of a field, and of the rules that need stored data. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class AllFaultsTest {

    @ParameterizedTest
    @MethodSource
    void constraintsAndRulesAreNamedTogether(String persona, String path, String body, List<String> pointers) {
        var request = as(persona).body(body);
        if (path.endsWith("/changes")) {
            request.header("If-Match", "*");
        }
        request.post("/api/v1" + path).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder(pointers.toArray()));
    }

    static Stream<Arguments> constraintsAndRulesAreNamedTogether() {
        return Stream.of(
                faults("admin", "/units",
                        """
                                {"code": "AF-1", "name": " ", "nameEn": "x", "type": "SERVICE_UNIT", "parent": "NONE", "agencyCode": "h59",
                                 "validFrom": "2025-02-01", "validTo": "2025-01-01",
                                 "identifiers": [{"scheme": "MOET", "value": "1", "validFrom": "2025-02-01", "validTo": "2025-01-01"}]}""",
                        "/name", "/parent", "/agencyCode", "/validTo", "/identifiers/0/validTo"),
                faults("admin", "/units/VP/changes", """
                        {"type": "RENAME", "date": "1900-01-01", "tree": "REPORTING", "legalDocument": {"number": " ",
                         "date": "2025-06-12", "issuer": "Quốc hội", "title": "Nghị quyết"}}""",
                        "/legalDocument/number", "/tree"),
                faults("vp-reporter", "/reports", """
                        {"regime": "NONE", "period": "2025 Q1", "unit": "VP"}""", "/regime", "/period"),
                faults("reviewer", "/extensions",
                        """
                                {"period": "2009Q1", "units": ["vp", "NONE-1"], "newDeadline": "2008-01-01", "decisionNumber": " ",
                                 "decisionDate": "2009-01-01", "signer": "Giám đốc", "reason": "Mưa bão"}""",
                        "/decisionNumber", "/units/0", "/units/1", "/newDeadline"),
                faults("reviewer", "/consolidated-reports", """
                        {"regime": "NONE", "period": "x"}""", "/regime", "/period"),
                faults("admin", "/review-scopes", """
                        {"subject": " ", "units": ["NONE-1", "vp", "VP"], "indicators": ["CT99"],
                         "validFrom": "2025-02-01", "validTo": "2025-01-01"}""",
                        "/subject", "/units/0", "/units/1", "/indicators/0", "/validTo"),
                faults("admin", "/deputies", """
                        {"role": "UNIT_HEAD", "principal": "a", "deputy": "a", "unit": "NONE-1", "validFrom": "2025-02-01",
                         "validTo": "2025-01-01", "decisionNumber": " "}""",
                        "/decisionNumber", "/deputy", "/unit", "/validTo"),
                faults("admin", "/regimes", """
                        {"code": "AF-R", "name": " ", "nameEn": "x", "legalBasis": "x", "type": "PERIODIC",
                         "windowRule": {"startMonth": 1, "startDay": 1, "previousYear": false}, "periodTypes": [],
                         "deadlines": {"UNIT": {"basis": "WORKING_DAYS", "value": 2}},
                         "validFrom": "2025-02-01", "validTo": "2025-01-01"}""",
                        "/name", "/periodTypes", "/deadlines/DEPARTMENT", "/deadlines/PROVINCE", "/validTo"),
                faults("admin", "/holidays", """
                        {"date": "2027-02-03", "type": "COMPENSATORY_WORKING_DAY", "name": " ", "nameEn": "x", "source": "x",
                         "confirmed": true}""", "/name", "/date"));
    }

    @Test
    void everyValueOfAWrongTypeIsNamedWithTheBrokenConstraints() {
        as("admin").header("Accept-Language", "en").body("""
                {"code": "AF-1", "name": " ", "nameEn": 7, "type": "CASTLE", "validFrom": "2025-02-30", "colour": "red"}""")
                .post("/api/v1/units").then().statusCode(400).body("code", equalTo("invalid-body"))
                .body("errors.pointer", containsInAnyOrder("/name", "/nameEn", "/type", "/validFrom", "/colour"))
                .body("errors.find { it.pointer == '/validFrom' }.detail",
                        equalTo("The value must be an existing date such as 2025-12-14."));
    }

    private static Arguments faults(String persona, String path, String body, String... pointers) {
        return Arguments.of(persona, path, body, List.of(pointers));
    }
}
