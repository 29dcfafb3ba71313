package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.RankingView.UnitView;

class RankingViewTest {

    private final SurveyDesign design = RandomSurvey.design(QuestionnaireFixture.education(), Method.POOLED, "A G1 U1",
            "B G1 U2",
            "C G1 U3", "D G1 U4", "E G1 U5");

    @Test
    void unitsShareARankWhereTheirIntervalsOverlap() {
        Respondents respondents = new Respondents();
        add(respondents, "A", 20, 200);
        add(respondents, "B", 180, 200);
        add(respondents, "C", 174, 200);
        add(respondents, "D", 100, 200);
        add(respondents, "E", 3, 3);

        RankingView ranking = RankingView.of(ResultView.of(respondents.result(design)));

        // A is hidden, too: it is the smallest beside E, or the total minus the others would show E.
        assertThat(ranking.units()).extracting(UnitView::unit).startsWith("U2", "U3");
        assertThat(ranking.units()).extracting(UnitView::rank).startsWith(1, 1).endsWith((Integer) null);
        assertThat(ranking.units()).filteredOn(unit -> unit.unit().equals("U4")).extracting(UnitView::rank)
                .isSubsetOf(3, null);
    }

    @Test
    void everyUnitHasARankIfNoneIsSuppressed() {
        Respondents respondents = new Respondents();
        add(respondents, "A", 20, 200);
        add(respondents, "B", 180, 200);
        add(respondents, "C", 174, 200);
        add(respondents, "D", 100, 200);

        RankingView ranking = RankingView.of(ResultView.of(respondents.result(RandomSurvey.design(
                QuestionnaireFixture.education(), Method.POOLED, "A G1 U1", "B G1 U2", "C G1 U3", "D G1 U4"))));

        assertThat(ranking.units()).extracting(UnitView::unit).containsExactly("U2", "U3", "U4", "U1");
        assertThat(ranking.units()).extracting(UnitView::rank).containsExactly(1, 1, 3, 4);
    }

    private static void add(Respondents respondents, String stratum, int satisfied, int all) {
        respondents.with(satisfied, stratum, Map.of("OVERALL", 5)).with(all - satisfied, stratum, Map.of("OVERALL", 1));
    }
}
