package vn.cchc.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

class NewCampaignTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);

    @Test
    void allViolationsAreReportedTogether() {
        var request = new NewCampaign(null, 1999, "", MONDAY, MONDAY.minusDays(1), 0);

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> request.violations().throwIfAny());

        assertThat(refusal.violations()).extracting(Violation::pointer).containsExactly("/questionnaire", "/year", "/title",
                "/closesOn",
                "/plannedSample");
    }

    @Test
    void datesAndSampleAreOptionalAndOneDayIsEnough() {
        assertThatCode(() -> new NewCampaign("EDUCATION", 2025, "Khảo sát", null, null, null).violations().throwIfAny())
                .doesNotThrowAnyException();
        assertThatCode(() -> new NewCampaign("EDUCATION", 2025, "Khảo sát", MONDAY, MONDAY, 1).violations().throwIfAny())
                .doesNotThrowAnyException();
    }
}
