package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

class NewEvidenceTest {

    @ParameterizedTest
    @CsvSource({ "https://user:secret@example.vn/,URL_WITH_CREDENTIALS", "javascript:alert(1)//,URL_SCHEME" })
    void anAddressIsCheckedUnlessItIsTooLongForAReader(String address, ReportingProblem reason) {
        var document = new NewEvidence(null, null, null, "Quyết định", null, address + "😀".repeat(1000), null);

        assertThat(NewEvidence.violations(List.of(document))).containsExactly(Violation.at("/0/url", reason));
    }
}
