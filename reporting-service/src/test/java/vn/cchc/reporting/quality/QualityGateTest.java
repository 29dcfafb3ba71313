package vn.cchc.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;

class QualityGateTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2025, 12, 14);
    private static final LocalDate YEAR_BEGINS = LocalDate.of(2024, 12, 15);
    private static final IndicatorCode CT02 = new IndicatorCode("CT02");

    @Test
    void aReportCanBeSubmittedOnTheCutOffDayButNotBefore() {
        assertThat(errors(CUT_OFF.minusDays(1))).extracting(Violation::pointer, Violation::type).containsExactly(
                tuple("/period", ReportingProblem.CUT_OFF_NOT_REACHED));
        assertThat(errors(CUT_OFF)).isEmpty();
        assertThat(errors(CUT_OFF.plusDays(1))).isEmpty();
    }

    @Test
    void aReportCanBeAcceptedOnTheCutOffDayButNotBefore() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> QualityGate.requireCutOffReached(CUT_OFF, CUT_OFF.minusDays(1)))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(ReportingProblem.CUT_OFF_NOT_REACHED));
        assertThatCode(() -> QualityGate.requireCutOffReached(CUT_OFF, CUT_OFF)).doesNotThrowAnyException();
    }

    @Test
    void theRefusalNamesTheCutOffDay() {
        List<Object> day = List.of(CUT_OFF);

        assertThat(new ProblemMessages(ProblemMessages.VIETNAMESE).detail(ReportingProblem.CUT_OFF_NOT_REACHED, day))
                .isEqualTo("Báo cáo chỉ được gửi và duyệt từ ngày chốt số liệu 14/12/2025.");
        assertThat(new ProblemMessages(Locale.ENGLISH).detail(ReportingProblem.CUT_OFF_NOT_REACHED, day))
                .isEqualTo("The report can be submitted and accepted from the cut-off day 2025-12-14.");
    }

    @Test
    void aNoteOnTheCutOffDayNeedsNoExplanation() {
        CheckResult result = QualityGate.check(report(CUT_OFF, Map.of(CT02, new Count(1, 2))), QualityRule.BASIC,
                References.NONE);

        assertThat(result.warnings()).extracting(note -> note.violation().type())
                .containsExactly(ReportingProblem.CUT_OFF_TODAY);
        assertThat(result.obstacles(Set.of())).isEmpty();
        assertThat(QualityGate.check(report(CUT_OFF.plusDays(1), Map.of(CT02, new Count(1, 2))), QualityRule.BASIC,
                References.NONE).warnings()).isEmpty();
    }

    @Test
    void everyMissingAndEveryUnrequiredFigureIsNamed() {
        assertThat(check(Map.of(new IndicatorCode("CT99"), new Count(1, 2)), QualityRule.BASIC, References.NONE).errors())
                .extracting(error -> error.violation().pointer(), error -> error.violation().type())
                .containsExactlyInAnyOrder(tuple("/figures/CT02", ReportingProblem.FIGURE_MISSING),
                        tuple("/figures/CT99", ReportingProblem.FIGURE_NOT_REQUIRED));
    }

    @Test
    void aNumeratorIsNotAboveItsDenominator() {
        assertThat(check(Map.of(CT02, new Count(21, 20)), QualityRule.BASIC, References.NONE).errors())
                .extracting(error -> error.violation().type())
                .containsExactly(ReportingProblem.NUMERATOR_ABOVE_DENOMINATOR);
    }

    @Test
    void theDenominatorOfOneFigureEqualsTheNumeratorOfAnother() {
        var rule = new EqualParts(Severity.ERROR, "CT05.2", Part.DENOMINATOR, "CT05.1", Part.NUMERATOR);
        Map<IndicatorCode, Count> wrong = Map.of(new IndicatorCode("CT05.1"), new Count(17, 20), new IndicatorCode("CT05.2"),
                new Count(16, 18));

        assertThat(found(wrong, rule, References.NONE)).singleElement().satisfies(error -> {
            assertThat(error.key()).isEqualTo("EQUAL_PARTS:CT05.2");
            assertThat(error.violation().pointer()).isEqualTo("/figures/CT05.2/denominator");
            assertThat(error.comparison().value()).isEqualTo("18");
            assertThat(error.comparison().reference()).isEqualTo("17");
            assertThat(text(error, Locale.ENGLISH)).isEqualTo(
                    "The denominator must equal the numerator of the indicator CT05.1, which is 17.");
        });
        assertThat(found(Map.of(new IndicatorCode("CT05.1"), new Count(17, 20), new IndicatorCode("CT05.2"), new Count(16, 17)),
                rule, References.NONE)).isEmpty();
        assertThat(found(Map.of(new IndicatorCode("CT05.2"), new Count(16, 18)), rule, References.NONE)).isEmpty();
    }

    @Test
    void aCumulativeFigureDoesNotFallWithinTheYear() {
        var rule = new Cumulative(Severity.ERROR, List.of("CT02"));
        var half = past("2025H1", YEAR_BEGINS, LocalDate.of(2025, 6, 14), 2025, 80, 100);

        assertThat(found(Map.of(CT02, new Count(79, 99)), rule, after(half))).extracting(error -> error.violation().pointer())
                .containsExactly("/figures/CT02/numerator", "/figures/CT02/denominator");
        assertThat(found(Map.of(CT02, new Count(80, 100)), rule, after(half))).isEmpty();
        assertThat(found(Map.of(CT02, new Count(0, 0)), rule, after(half))).hasSize(2);
        assertThat(found(Map.of(CT02, new Count(1, 1)), new Cumulative(Severity.ERROR, List.of("CT07")), after(half)))
                .isEmpty();
    }

    /** The third quarter does not contain the first half, and the year before ended. */
    @Test
    void onlyAPeriodWhoseWindowContainsTheEarlierOneIsCumulative() {
        var rule = new Cumulative(Severity.ERROR, null);
        var before = past("2024", LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 14), 2024, 900, 1000);
        var half = past("2025H1", YEAR_BEGINS, LocalDate.of(2025, 6, 14), 2025, 80, 100);
        var third = new CheckedReport(new DateRange(LocalDate.of(2025, 6, 15), LocalDate.of(2025, 9, 14)), 2025, List.of(CT02),
                List.of(), new TreeMap<>(Map.of(CT02, new Count(1, 2))), Set.of(), CUT_OFF);

        assertThat(QualityGate.check(third, List.of(rule), after(half)).errors()).isEmpty();
        assertThat(found(Map.of(CT02, new Count(1, 2)), rule, after(before))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "65, 100, false", "64999999999999999, 100000000000000000, true", "105, 100, false", "1, 9, false",
            "1, 10, true", "0, 0, false" })
    void aJumpIsMoreThanSoManyPointsAwayFromTheLastPeriodComparedUnrounded(long numerator, long denominator, boolean isJump) {
        var rule = new Jump(Severity.WARNING, null, new BigDecimal("20"), 10);
        var last = past("2024", LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 14), 2024, 85, 100);
        var earlier = past("2023", LocalDate.of(2022, 12, 15), LocalDate.of(2023, 12, 14), 2023, 0, 100);

        assertThat(found(Map.of(CT02, new Count(numerator, denominator)), rule, after(last, earlier)))
                .hasSize(isJump ? 1 : 0);
    }

    @Test
    void aWarningTellsBothValuesInBothLanguagesAndNeedsAnExplanation() {
        var rule = new Jump(Severity.WARNING, null, new BigDecimal("20"), 10);
        var last = past("2024", LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 14), 2024, 17, 20);

        CheckResult result = check(Map.of(CT02, new Count(1, 3 * 10)), List.of(rule), after(last));

        assertThat(result.errors()).isEmpty();
        assertThat(text(result.warnings().get(0), ProblemMessages.VIETNAMESE)).isEqualTo(
                "Tỷ lệ 3,33 % cách tỷ lệ 85 % của kỳ 2024 quá 20 điểm phần trăm.");
        assertThat(text(result.warnings().get(0), Locale.ENGLISH)).isEqualTo(
                "The percentage 3.33 % is more than 20 points away from the 85 % of the period 2024.");
        assertThat(result.obstacles(Set.of())).extracting(Violation::pointer, Violation::type)
                .containsExactly(tuple("/explanations/JUMP:CT02", ReportingProblem.WARNING_UNEXPLAINED));
        assertThat(result.obstacles(Set.of("JUMP:CT02"))).isEmpty();
    }

    @Test
    void anErrorCannotBeExplained() {
        var rule = new Jump(Severity.ERROR, null, new BigDecimal("20"), 0);
        var last = past("2024", LocalDate.of(2023, 12, 15), LocalDate.of(2024, 12, 14), 2024, 17, 20);

        assertThat(check(Map.of(CT02, new Count(1, 30)), List.of(rule), after(last)).obstacles(Set.of("JUMP:CT02")))
                .extracting(Violation::type).containsExactly(ReportingProblem.JUMP);
    }

    @Test
    void anOutlierOfTheOwnHistoryNeedsEnoughHistory() {
        var rule = new HistoryOutlier(Severity.WARNING, null, new BigDecimal("3.5"), 8, BigDecimal.ZERO, 0);
        PastFigure[] eight = history(8);
        PastFigure[] seven = history(7);

        assertThat(found(Map.of(CT02, new Count(20, 100)), rule, after(eight))).extracting(Finding::key)
                .containsExactly("OUTLIER_HISTORY:CT02");
        assertThat(found(Map.of(CT02, new Count(85, 100)), rule, after(eight))).isEmpty();
        assertThat(found(Map.of(CT02, new Count(20, 100)), rule, after(seven))).isEmpty();
    }

    @Test
    void anOutlierAmongPeersNeedsEightOfThemWithCases() {
        var rule = new PeerOutlier(Severity.WARNING, null, new BigDecimal("1.5"), 8, BigDecimal.ZERO, 0);
        List<Count> eight = IntStream.range(0, 8).mapToObj(place -> new Count(80 + place, 100)).toList();
        List<Count> seven = IntStream.range(0, 8).mapToObj(place -> new Count(place, place == 0 ? 0 : 100)).toList();

        assertThat(found(Map.of(CT02, new Count(20, 100)), rule, new References(List.of(), Map.of(CT02, new Peers(eight)))))
                .singleElement().satisfies(warning -> assertThat(warning.comparison().values()).isEqualTo(8));
        assertThat(found(Map.of(CT02, new Count(90, 100)), rule, new References(List.of(), Map.of(CT02, new Peers(eight)))))
                .isEmpty();
        assertThat(found(Map.of(CT02, new Count(99, 100)), rule, new References(List.of(), Map.of(CT02, new Peers(seven)))))
                .isEmpty();
    }

    private static PastFigure[] history(int count) {
        return IntStream.range(0, count).mapToObj(place -> past(String.valueOf(2024 - place),
                LocalDate.of(2023 - place, 12, 15), LocalDate.of(2024 - place, 12, 14), 2024 - place, 82 + place, 100))
                .toArray(PastFigure[]::new);
    }

    private static References after(PastFigure... past) {
        return new References(List.of(past), Map.of());
    }

    private static PastFigure past(String period, LocalDate from, LocalDate to, int year, long numerator, long denominator) {
        return new PastFigure(new PeriodCode(period), new DateRange(from, to), year, CT02, new Count(numerator, denominator));
    }

    private static String text(Finding finding, Locale language) {
        return new ProblemMessages(language).detail(finding.violation().type(), finding.violation().args());
    }

    private static List<Finding> found(Map<IndicatorCode, Count> figures, QualityRule rule, References references) {
        CheckResult result = check(figures, List.of(rule), references);
        return rule.severity() == Severity.ERROR
                ? result.errors().stream().filter(finding -> finding.rule() != null).toList()
                : result.warnings();
    }

    private static CheckResult check(Map<IndicatorCode, Count> figures, List<QualityRule> rules, References references) {
        return QualityGate.check(report(CUT_OFF.plusDays(1), figures), rules, references);
    }

    private static List<Violation> errors(LocalDate today) {
        return QualityGate.check(report(today, Map.of(CT02, new Count(1, 2))), QualityRule.BASIC, References.NONE).errors()
                .stream().map(Finding::violation).toList();
    }

    private static CheckedReport report(LocalDate today, Map<IndicatorCode, Count> figures) {
        return new CheckedReport(new DateRange(YEAR_BEGINS, CUT_OFF), 2025, List.of(CT02), List.of(CT02),
                new TreeMap<>(figures), Set.of(), today);
    }
}
