package vn.cchc.targets.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.PlanFixture;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.MeanReduction;
import vn.cchc.values.PeriodCode;

class AssessmentTest {

    @Test
    void seventeenOfTwentyMeetsEightyButNotNinetyAndIsNotDueBefore() {
        assertThat(assess(IndicatorFixture.raised(), 2025, counted(2025, 17, 20)).verdict()).isEqualTo(Verdict.MET);
        assertThat(assess(IndicatorFixture.raised(), 2030, counted(2030, 17, 20)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(assess(IndicatorFixture.raised(), 2022, counted(2022, 17, 20)).verdict()).isEqualTo(Verdict.NOT_DUE);
    }

    @Test
    void whatRoundsToTheMilestoneDoesNotMeetIt() {
        Assessment assessment = assess(IndicatorFixture.raised(), 2025, counted(2025, 79_996, 100_000));

        assertThat(assessment.result().ratio().percent()).isEqualTo(new BigDecimal("80.00"));
        assertThat(assessment.verdict()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void thereIsNoVerdictOfMetOrNotMetWithoutFiguresOrWithoutCases() {
        assertThat(assess(IndicatorFixture.raised(), 2025, null).verdict()).isEqualTo(Verdict.NO_DATA);
        assertThat(assess(IndicatorFixture.raised(), 2025, counted(2025, 0, 0)).verdict()).isEqualTo(Verdict.NO_CASES);
    }

    @Test
    void theGroundsNameTheRuleTheReasonAndEachStep() {
        Grounds grounds = Grounds.of(assess(IndicatorFixture.raised(), 2025, counted(2025, 79_996, 100_000)));

        assertThat(grounds.rule()).isEqualTo("RATIO_AT_LEAST");
        assertThat(grounds.reason()).isEqualTo(Reason.BELOW_MILESTONE);
        assertThat(grounds.steps()).extracting(Grounds.Step::expression, Grounds.Step::value, Grounds.Step::decimals)
                .containsExactly(tuple("Σ n", "79996", null), tuple("Σ d", "100000", null),
                        tuple("79996 × 100 ÷ 100000", "80.00", 2),
                        tuple("79996 × 100 ≥ 80 × 100000", "7999600 ≥ 8000000", null));
    }

    @Test
    void theReasonSaysWhyThereIsNothingToCompare() {
        IndicatorResult rated = new IndicatorResult(PeriodCode.ofYear(2030), null, Rating.PARTLY_ACHIEVED, 1, List.of("2030"),
                null);

        assertThat(List.of(reason(IndicatorFixture.raised(), 2025, null),
                reason(IndicatorFixture.raised(), 2025, counted(2025, 0, 0)),
                reason(IndicatorFixture.raised(), 2022, counted(2022, 1, 2)), reason(IndicatorFixture.raised(), 2031, null),
                reason(IndicatorFixture.stepped(), 2026, counted(2026, 1, 2)),
                reason(IndicatorFixture.qualitative(), 2030, rated)))
                .containsExactly(Reason.NOTHING_ACCEPTED, Reason.NO_CASES, Reason.BEFORE_FIRST_MILESTONE, Reason.PLAN_ENDED,
                        Reason.NO_FURTHER_MILESTONE, Reason.RATED_PARTLY_ACHIEVED);
        assertThat(Grounds.of(assess(IndicatorFixture.qualitative(), 2030, rated)).rule()).isEqualTo("RATING");
    }

    private static Reason reason(Indicator indicator, int year, IndicatorResult result) {
        return Grounds.of(assess(indicator, year, result)).reason();
    }

    @Test
    void afterTheLastMilestoneTheResultIsOnlyShown() {
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
        IndicatorResult rated = new IndicatorResult(PeriodCode.ofYear(2030), null, Rating.PARTLY_ACHIEVED, 1, List.of("2030"),
                null);

        assertThat(assess(IndicatorFixture.qualitative(), 2030, rated).verdict()).isEqualTo(Verdict.PARTLY_ACHIEVED);
        assertThat(assess(IndicatorFixture.qualitative(), 2025, rated).verdict()).isEqualTo(Verdict.NOT_DUE);
    }

    @Test
    void aFallAgainstTheYearBeforeIsFlaggedWhereImprovementIsRequired() {
        Indicator improved = IndicatorFixture.maintainedAndImproved();
        ReportingYear year = PeriodFixture.cchc(2026);

        var lower = Assessment.of(improved, year, complete(counted(2026, 89, 100)), complete(counted(2025, 90, 100)));
        var equal = Assessment.of(improved, year, complete(counted(2026, 9, 10)), complete(counted(2025, 90, 100)));

        assertThat(lower.verdict()).isEqualTo(Verdict.MET);
        assertThat(lower.flags()).containsExactly(Flag.NOT_IMPROVING);
        assertThat(equal.flags()).isEmpty();
    }

    @Test
    void noMilestoneBindsAfterThePlanAndTheExplanationSaysWhy() {
        for (Indicator indicator : List.of(IndicatorFixture.maintained(), IndicatorFixture.raised())) {
            Assessment assessment = assess(indicator, 2031, counted(2031, 17, 20));

            assertThat(assessment.verdict()).isEqualTo(Verdict.NO_MILESTONE);
            assertThat(Explanation.VIETNAMESE.of(assessment)).contains("Kế hoạch kết thúc năm 2030");
            assertThat(Explanation.ENGLISH.of(assessment)).contains("The plan ends in 2030");
        }
        assertThat(Explanation.ENGLISH.of(assess(IndicatorFixture.stepped(), 2026, counted(2026, 1, 2))))
                .contains("The plan sets no milestone after 2025");
    }

    @Test
    void aStaleIndicatorIsNotCountedAsMet() {
        AnnualResult stale = new AnnualResult(counted(2025, 17, 20), 2, 1, true, 1, List.of(), null);
        Assessment met = Assessment.of(IndicatorFixture.raised(), PeriodFixture.cchc(2025), stale, AnnualResult.NONE);

        ScoreboardView view = ScoreboardView.of(PlanFixture.to2030(), PeriodFixture.cchc(2025), List.of(met),
                assessment -> Optional.empty());

        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(met.flags()).containsExactly(Flag.PROVISIONAL, Flag.STALE);
        assertThat(view.verdicts()).containsEntry(Verdict.MET, 0);
        assertThat(view.flags()).containsEntry(Flag.STALE, 1);
        assertThat(Explanation.ENGLISH.of(met)).contains("reports of 1 units are awaited",
                "A report is overdue and not handed in");
    }

    @Test
    void aStockOfAYearInProgressSaysWhatTheAnnualReportNeeds() {
        Assessment behind = inProgress(IndicatorFixture.raised(), 2025, counted(2025, 14, 19));

        assertThat(behind.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(behind.flags()).containsExactly(Flag.PROVISIONAL);
        assertThat(Explanation.VIETNAMESE.of(behind)).contains("còn chờ báo cáo năm",
                "Với mẫu số hiện nay là 19, báo cáo năm cần đạt ít nhất 16.");
        assertThat(Explanation.ENGLISH.of(behind))
                .contains("At the present denominator of 19, the annual report needs at least 16.");
        assertThat(assess(IndicatorFixture.raised(), 2025, counted(2025, 14, 19)).stillRequired()).isEmpty();
        assertThat(inProgress(IndicatorFixture.raised(), 2022, counted(2022, 14, 19)).stillRequired()).isEmpty();
    }

    @Test
    void aFlowOfAYearInProgressSaysWhatTheRestOfTheYearNeeds() {
        Indicator atLeast80 = IndicatorFixture.maintainedAndImproved();

        assertThat(inProgress(atLeast80, 2025, counted(2025, 70, 100)).stillRequired())
                .contains(new StillRequired(StillRequired.Kind.COUNTED_AT_LEAST, BigInteger.valueOf(50), Ratio.of(70, 100)));
        assertThat(Explanation.VIETNAMESE.of(inProgress(atLeast80, 2025, counted(2025, 90, 100))))
                .contains("Nếu tử số không tăng, phần còn lại của năm được phép có thêm tối đa 12 trường hợp.");
        assertThat(Explanation.VIETNAMESE.of(inProgress(IndicatorFixture.maintained(), 2025, counted(2025, 99, 100))))
                .contains("Phần còn lại của năm không thể bù được số đã duyệt.");
    }

    @Test
    void aReductionAgainstABaselineOfZeroCannotBeComputedAndTheExplanationSaysWhy() {
        Indicator reduced = IndicatorFixture.reduced();
        SortedMap<Integer, BigInteger> amounts = new TreeMap<>(Map.of(2025, BigInteger.ZERO, 2026, BigInteger.ONE));
        MeanReduction reduction = new MeanReduction(reduced.comparedYears().orElseThrow(), amounts);
        AnnualResult annual = new AnnualResult(counted(2030, 0, 0), 1, 0, true, 0, List.of(), reduction);

        Assessment assessment = Assessment.of(reduced, PeriodFixture.cchc(2030), annual, AnnualResult.NONE);

        assertThat(assessment.verdict()).isEqualTo(Verdict.NO_CASES);
        assertThat(Grounds.of(assessment).reason()).isEqualTo(Reason.ZERO_BASELINE);
        assertThat(Explanation.VIETNAMESE.of(assessment)).contains("giai đoạn gốc bằng 0, nên không tính được mức giảm",
                "mới có số liệu được duyệt đủ của 2 trên 10 năm; chỉ chốt kết luận sau báo cáo năm 2030");
        assertThat(Explanation.ENGLISH.of(assessment)).contains("no reduction can be computed");
    }

    @Test
    void theMilestoneRisesFromTheLastActualUnroundedAndUpToAHundredPercent() {
        Indicator rising = IndicatorFixture.risingFromActual();
        // A third and 20 points are 53.333… %: 8 of 15 is exactly that, although it rounds to the same 53.33 % as less does.
        AnnualResult third = complete(counted(2021, 1, 3));

        Assessment met = Assessment.of(rising, PeriodFixture.cchc(2022), complete(counted(2022, 8, 15)), third);
        Assessment below = Assessment.of(rising, PeriodFixture.cchc(2022), complete(counted(2022, 533_333, 1_000_000)), third);
        Assessment whole = Assessment.of(rising, PeriodFixture.cchc(2023), complete(counted(2023, 99, 100)),
                complete(counted(2022, 90, 100)));

        assertThat(met.verdict()).isEqualTo(Verdict.MET);
        assertThat(below.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(below.result().ratio().percent()).isEqualTo(met.threshold().orElseThrow().percent());
        assertThat(whole.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(whole.threshold().orElseThrow().percent()).isEqualByComparingTo("100");
        assertThat(Grounds.of(met).steps()).extracting(Grounds.Step::expression).contains("min(100, 1 × 100 ÷ 3 + 20)");
        assertThat(Explanation.VIETNAMESE.of(met)).contains(
                "Mốc năm 2022 là tối thiểu 53.33 %: kết quả năm trước là 33.33 %, cộng thêm 20 điểm phần trăm");
        assertThat(met.shareOfMilestone()).isEqualByComparingTo("100");
    }

    @Test
    void withoutAnActualAndInTheFirstYearTheMilestoneIsTheOneThatIsSet() {
        Indicator rising = IndicatorFixture.risingFromActual();

        Assessment without = Assessment.of(rising, PeriodFixture.cchc(2022), complete(counted(2022, 50, 100)),
                AnnualResult.NONE);
        Assessment first = Assessment.of(rising, PeriodFixture.cchc(2021), complete(counted(2021, 30, 100)),
                complete(counted(2020, 25, 100)));

        assertThat(without.verdict()).isEqualTo(Verdict.MET);
        assertThat(without.threshold().orElseThrow().source()).isEqualTo(Threshold.Source.SET_WITHOUT_ACTUAL);
        assertThat(Explanation.ENGLISH.of(without)).contains("No result was accepted for 2021");
        assertThat(first.verdict()).isEqualTo(Verdict.MET);
        assertThat(first.threshold().orElseThrow().source()).isEqualTo(Threshold.Source.SET);
    }

    @Test
    void onTheLastMilestoneTheYearBeforeChangesNothing() {
        Assessment assessment = Assessment.of(IndicatorFixture.risingFromMilestone(), PeriodFixture.cchc(2022),
                complete(counted(2022, 50, 100)), complete(counted(2021, 90, 100)));

        assertThat(assessment.verdict()).isEqualTo(Verdict.MET);
        assertThat(assessment.threshold().orElseThrow().source()).isEqualTo(Threshold.Source.SET);
    }

    private static Assessment inProgress(Indicator indicator, int year, IndicatorResult result) {
        return Assessment.of(indicator, PeriodFixture.cchc(year), new AnnualResult(result, 1, 0, true, 0, List.of(), null),
                AnnualResult.NONE);
    }

    @Test
    void aSurveyResultIsExplainedWithItsMethodInBothLanguages() {
        IndicatorResult surveyed = new IndicatorResult(PeriodCode.ofYear(2025), Ratio.of(26, 31), null, 0, List.of("POOLED"),
                "POOLED");
        Assessment assessment = assess(IndicatorFixture.raised(), 2025, surveyed);

        assertThat(Explanation.VIETNAMESE.of(assessment)).startsWith(
                "Năm 2025 kết quả khảo sát đã công bố là 26 trên 31, tức 83.87 % (cách tính: gộp tất cả câu trả lời).");
        assertThat(Explanation.ENGLISH.of(assessment)).startsWith(
                "For 2025 the published survey result is 26 of 31, which is 83.87 % (method: all answers pooled).");
    }

    @Test
    void anEstimatedSurveyResultIsExplainedWithoutNumeratorAndDenominator() {
        IndicatorResult estimated = new IndicatorResult(PeriodCode.ofYear(2025),
                Ratio.ofPercent(new BigDecimal("89.9999999999999999")), null, 0, List.of("POOLED_WEIGHTED"), "POOLED_WEIGHTED",
                true);
        Assessment assessment = assess(IndicatorFixture.raised(), 2025, estimated);

        assertThat(Explanation.VIETNAMESE.of(assessment)).startsWith(
                "Năm 2025 kết quả khảo sát đã công bố là 90.00 % (cách tính: gộp tất cả câu trả lời, theo trọng số số người của tầng).");
        assertThat(Explanation.ENGLISH.of(assessment)).startsWith(
                "For 2025 the published survey result is 90.00 % (method: all answers pooled, weighted by the population of the strata).");
    }

    @Test
    void surveysOfDifferentMethodsAreNotComparedAndTheExplanationSaysSo() {
        AnnualResult dossiers = new AnnualResult(surveyed(2026, "DOSSIERS", 8, 10), 0, 0, false, 0, List.of("POOLED"), null);
        AnnualResult pooledOnly = new AnnualResult(null, 0, 0, false, 0, List.of("POOLED"), null);
        AnnualResult sameMethod = new AnnualResult(surveyed(2025, "DOSSIERS", 9, 10), 0, 0, false, 0, List.of("POOLED"), null);
        Indicator improved = IndicatorFixture.maintainedAndImproved();

        Assessment apart = Assessment.of(improved, PeriodFixture.cchc(2026), dossiers, pooledOnly);
        Assessment compared = Assessment.of(improved, PeriodFixture.cchc(2026), dossiers, sameMethod);

        assertThat(apart.flags()).isEmpty();
        assertThat(Explanation.VIETNAMESE.of(apart)).contains(
                "Năm 2026 còn có kết quả theo cách tính khác (gộp tất cả câu trả lời)",
                "Năm 2025 chỉ có kết quả theo cách tính khác (gộp tất cả câu trả lời), nên không so sánh với năm trước.");
        assertThat(Explanation.ENGLISH.of(apart)).contains(
                "For 2025 there is a result of another method only (all answers pooled), so the year before is not compared.");
        assertThat(compared.flags()).containsExactly(Flag.NOT_IMPROVING);
        assertThat(Explanation.ENGLISH.of(compared)).doesNotContain("so the year before is not compared");
    }

    @Test
    void everyVerdictIsExplainedInBothLanguages() {
        for (Indicator indicator : List.of(IndicatorFixture.raised(), IndicatorFixture.stepped())) {
            for (IndicatorResult result : new IndicatorResult[] { null, counted(2025, 0, 0), counted(2025, 17, 20),
                    counted(2025, 20, 20) }) {
                for (int year : new int[] { 2020, 2025, 2030, 2031 }) {
                    Assessment assessment = assess(indicator, year, result);

                    assertThat(Explanation.VIETNAMESE.of(assessment)).contains(String.valueOf(year)).doesNotContain("{");
                    assertThat(Explanation.ENGLISH.of(assessment)).contains(String.valueOf(year)).doesNotContain("{");
                }
            }
        }
    }

    private static Assessment assess(Indicator indicator, int year, IndicatorResult result) {
        return Assessment.of(indicator, PeriodFixture.cchc(year), complete(result), AnnualResult.NONE);
    }

    private static IndicatorResult surveyed(int year, String method, long satisfied, long answers) {
        return new IndicatorResult(PeriodCode.ofYear(year), Ratio.of(satisfied, answers), null, 0, List.of(method), method);
    }

    private static IndicatorResult counted(int year, long numerator, long denominator) {
        return new IndicatorResult(PeriodCode.ofYear(year), Ratio.of(numerator, denominator), null, 1,
                List.of(String.valueOf(year)), null);
    }

    private static AnnualResult complete(IndicatorResult result) {
        return new AnnualResult(result, 1, 0, false, 0, List.of(), null);
    }
}
