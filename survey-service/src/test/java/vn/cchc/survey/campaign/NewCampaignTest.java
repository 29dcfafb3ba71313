package vn.cchc.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.Aggregation;
import vn.cchc.survey.result.Weighting;
import vn.cchc.survey.stratum.NewStratum;

class NewCampaignTest {

    private static final int K = 5;
    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);

    @Test
    void allViolationsAreReportedTogether() {
        var request = new NewCampaign(null, 1999, "", MONDAY, MONDAY.minusDays(1), 0,
                List.of(new NewStratum("A", "A", "A", null, null, null, 0),
                        new NewStratum("A", " ", null, null, "vp", "", 1)),
                new BigDecimal("5.001"), null, 9, 4, null, null);

        assertThat(pointers(request)).containsExactly("/questionnaire", "/year", "/title", "/closesOn", "/plannedSample",
                "/strata/0/population", "/strata/1/name", "/strata/1/nameEn", "/strata/1/unit", "/strata/1/place",
                "/strata/1/code", "/marginOfError", "/suppressBelow");
    }

    @Test
    void datesAndSampleAreOptionalAndOneDayIsEnough() {
        assertThatCode(() -> CampaignFixture.request(null, null).violations(K).throwIfAny()).doesNotThrowAnyException();
        assertThatCode(() -> CampaignFixture.request(MONDAY, MONDAY).violations(K).throwIfAny()).doesNotThrowAnyException();
    }

    @Test
    void weightsByPopulationRequireThePopulationOfEachStratum() {
        assertThat(pointers(method(Aggregation.POOLED, Weighting.POPULATION))).containsExactly("/strata");
        assertThat(pointers(method(Aggregation.POOLED, Weighting.POPULATION, CampaignFixture.stratum("A", 100),
                CampaignFixture.stratum("B", null)))).containsExactly("/strata/1/population");
    }

    @Test
    void theMeanOfGroupsRequiresGroups() {
        assertThat(pointersWith(method(Aggregation.MEAN_OF_GROUPS, Weighting.NONE))).isEmpty();
        assertThat(pointersWith(method(Aggregation.MEAN_OF_GROUPS, Weighting.NONE, CampaignFixture.stratum("A", null))))
                .containsExactly("/aggregation");
        assertThat(pointersWith(method(Aggregation.POOLED, Weighting.NONE,
                new NewStratum("A", "A", "A", "NO-GROUP", null, null, null)))).containsExactly("/strata/0/group");
    }

    @Test
    void strataWithInvitationsStay() {
        var violations = new ViolationCollector();
        CampaignFixture.request(null, null, CampaignFixture.stratum("A", null)).addViolations(violations,
                QuestionnaireFixture.education(), Set.of("A", "PRIMARY-PARENTS"));

        assertThat(catchThrowableOfType(ProblemException.class, violations::throwIfAny).violations())
                .extracting(Violation::pointer, violation -> violation.args().get(0))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/strata", "PRIMARY-PARENTS"));
    }

    private static NewCampaign method(Aggregation aggregation, Weighting weighting, NewStratum... strata) {
        return new NewCampaign("EDUCATION", 2025, "Khảo sát", null, null, null, List.of(strata), null, null, null, null,
                aggregation, weighting);
    }

    private static List<String> pointers(NewCampaign request) {
        return pointers(request.violations(K));
    }

    private static List<String> pointersWith(NewCampaign request) {
        ViolationCollector violations = request.violations(K);
        request.addViolations(violations, QuestionnaireFixture.education(), Set.of());
        return pointers(violations);
    }

    private static List<String> pointers(ViolationCollector violations) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, violations::throwIfAny);
        return refusal == null ? List.of() : refusal.violations().stream().map(Violation::pointer).toList();
    }
}
