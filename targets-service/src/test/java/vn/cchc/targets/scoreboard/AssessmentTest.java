package vn.cchc.targets.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.result.IndicatorResult;

class AssessmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);

    @Test
    void seventeenOfTwentyMeetsEightyButNotNinetyAndIsNotDueBefore() {
        assertThat(assess(IndicatorFixture.raised(), 2025, counted(2025, 17, 20)).verdict()).isEqualTo(Verdict.MET);
        assertThat(assess(IndicatorFixture.raised(), 2030, counted(2030, 17, 20)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(assess(IndicatorFixture.raised(), 2022, counted(2022, 17, 20)).verdict()).isEqualTo(Verdict.NOT_DUE);
    }

    @Test
    void whatRoundsToTheMilestoneDoesNotMeetIt() {
        Assessment assessment = assess(IndicatorFixture.raised(), 2025, counted(2025, 79_996, 100_000));

        assertThat(assessment.figure().ratio().percent()).isEqualTo(new BigDecimal("80.00"));
        assertThat(assessment.verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void nothingIsConcludedWithoutFiguresOrWhereNothingArose() {
        assertThat(assess(IndicatorFixture.raised(), 2025, null).verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(assess(IndicatorFixture.raised(), 2025, counted(2025, 0, 0)).verdict()).isEqualTo(Verdict.NO_CASES);
    }

    @Test
    void afterTheLastStepTheFigureIsOnlyShown() {
        Assessment assessment = assess(IndicatorFixture.stepped(), 2026, counted(2026, 1, 2));

        assertThat(assessment.verdict()).isEqualTo(Verdict.NO_MILESTONE);
        assertThat(assessment.milestone()).isEmpty();
        assertThat(assessment.shareOfMilestone()).isNull();
    }

    @Test
    void theShareOfATargetThatIsNotDueIsShown() {
        assertThat(assess(IndicatorFixture.raised(), 2022, counted(2022, 1, 2)).shareOfMilestone())
                .isEqualTo(new BigDecimal("62.50"));
    }

    @Test
    void aRatingIsTheVerdictOnceItIsDue() {
        IndicatorResult rated = new IndicatorResult("2030", 2030, null, Rating.PARTLY_ACHIEVED, 1, true, null, List.of("2030"));

        assertThat(assess(IndicatorFixture.qualitative(), 2030, rated).verdict()).isEqualTo(Verdict.PARTLY_ACHIEVED);
        assertThat(assess(IndicatorFixture.qualitative(), 2025, rated).verdict()).isEqualTo(Verdict.NOT_DUE);
    }

    @Test
    void aFallAgainstTheYearBeforeIsFlaggedWhereImprovementIsAsked() {
        Indicator improved = IndicatorFixture.maintainedAndImproved();
        var year = new ReportingYear(2026);

        var lower = Assessment.of(improved, year, counted(2026, 89, 100), counted(2025, 90, 100), TODAY);
        var equal = Assessment.of(improved, year, counted(2026, 9, 10), counted(2025, 90, 100), TODAY);

        assertThat(lower.verdict()).isEqualTo(Verdict.MET);
        assertThat(lower.flags()).containsExactly(Flag.NOT_IMPROVING);
        assertThat(equal.flags()).isEmpty();
    }

    @Test
    void aMissingUnitAndAFlowWithoutItsAnnualReportAreProvisional() {
        Indicator byTwo = IndicatorFixture.reportedBy(IndicatorFixture.raised(), "VP", "CNTT");
        IndicatorResult untilQ3 = new IndicatorResult("2025", 2025, Ratio.of(1, 2), null, 2, false, LocalDate.of(2025, 12, 16),
                List.of("2025H1+2025Q3"));

        assertThat(assess(byTwo, 2025, counted(2025, 17, 20)).flags()).containsExactly(Flag.PROVISIONAL);
        assertThat(assess(byTwo, 2025, untilQ3).flags()).containsExactly(Flag.PROVISIONAL, Flag.STALE);
    }

    @Test
    void everyVerdictIsExplainedInBothLanguages() {
        for (Indicator indicator : List.of(IndicatorFixture.raised(), IndicatorFixture.stepped())) {
            for (IndicatorResult figure : new IndicatorResult[] { null, counted(2025, 0, 0), counted(2025, 17, 20),
                    counted(2025, 20, 20) }) {
                for (int year : new int[] { 2020, 2025, 2030 }) {
                    Assessment assessment = assess(indicator, year, figure);

                    assertThat(Explanation.VIETNAMESE.of(assessment)).contains(String.valueOf(year)).doesNotContain("{");
                    assertThat(Explanation.ENGLISH.of(assessment)).contains(String.valueOf(year)).doesNotContain("{");
                }
            }
        }
    }

    private static Assessment assess(Indicator indicator, int year, IndicatorResult figure) {
        return Assessment.of(indicator, new ReportingYear(year), figure, null, TODAY);
    }

    private static IndicatorResult counted(int year, long numerator, long denominator) {
        return new IndicatorResult(String.valueOf(year), year, Ratio.of(numerator, denominator), null, 1, true, null,
                List.of(String.valueOf(year)));
    }
}
