package vn.cchc.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.messaging.inbox.InapplicableEvent;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** Which indicators a unit's report requires when unit, assignment or both cover only a part of the window. */
class IndicatorTest {

    private static final UnitCode KHTC = new UnitCode("KHTC");
    private static final UnitCode VP = new UnitCode("VP");

    private static final LocalDate JUNE_30 = LocalDate.of(2025, 6, 30);
    private static final LocalDate JULY_1 = LocalDate.of(2025, 7, 1);

    private static final DateRange H1 = new DateRange(LocalDate.of(2024, 12, 15), LocalDate.of(2025, 6, 14));
    private static final DateRange Q3 = new DateRange(LocalDate.of(2025, 6, 15), LocalDate.of(2025, 9, 14));
    private static final DateRange YEAR = new DateRange(LocalDate.of(2024, 12, 15), LocalDate.of(2025, 12, 14));
    private static final DateRange NEXT_YEAR = new DateRange(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 12, 14));

    @Test
    void aFlowIsReportedByBothUnitsWhenAnotherUnitTakesOverWithinTheWindow() {
        Indicator flow = indicator("RATIO", "FLOW", until("KHTC", JUNE_30), from("VP", JULY_1));

        assertThat(isRequired(flow, KHTC, DateRange.UNBOUNDED, YEAR)).isTrue();
        assertThat(isRequired(flow, VP, DateRange.UNBOUNDED, YEAR)).isTrue();
        assertThat(isRequired(flow, VP, DateRange.UNBOUNDED, H1)).isFalse();
        assertThat(isRequired(flow, KHTC, DateRange.UNBOUNDED, NEXT_YEAR)).isFalse();
    }

    @Test
    void aStockIsReportedOnlyByTheUnitThatHoldsItOnTheCutOffDay() {
        Indicator stock = indicator("RATIO", "STOCK", until("KHTC", JUNE_30), from("VP", JULY_1));

        assertThat(isRequired(stock, KHTC, DateRange.UNBOUNDED, H1)).isTrue();
        assertThat(isRequired(stock, KHTC, DateRange.UNBOUNDED, YEAR)).isFalse();
        assertThat(isRequired(stock, VP, DateRange.UNBOUNDED, YEAR)).isTrue();
    }

    @Test
    void aDissolvedUnitReportsItsFlowUpToItsEnd() {
        Indicator flow = indicator("RATIO", "FLOW", from("KHTC", null));
        var life = new DateRange(null, JUNE_30);

        assertThat(isRequired(flow, KHTC, life, Q3)).isTrue();
        assertThat(isRequired(flow, KHTC, life, YEAR)).isTrue();
        assertThat(isRequired(flow, KHTC, life, NEXT_YEAR)).isFalse();
    }

    @Test
    void anAssignmentOfAUnitThatDoesNotExistRequiresNothing() {
        Indicator flow = indicator("RATIO", "FLOW", from("KHTC", JULY_1));

        assertThat(isRequired(flow, KHTC, new DateRange(null, JUNE_30), YEAR)).isFalse();
        assertThat(isRequired(flow, KHTC, new DateRange(LocalDate.of(2028, 1, 1), null), YEAR)).isFalse();
    }

    @Test
    void aComparisonOfYearsIsRequiredOnlyByTheAnnualReport() {
        Indicator comparison = indicator("REDUCTION", "COMPARISON", from("KHTC", null));

        assertThat(isRequired(comparison, KHTC, DateRange.UNBOUNDED, H1)).isFalse();
        assertThat(isRequired(comparison, KHTC, DateRange.UNBOUNDED, YEAR)).isTrue();
    }

    @Test
    void aRatingIsObligatoryOnlyInTheAnnualReport() {
        Indicator rating = indicator("QUALITATIVE", null, from("KHTC", null));

        assertThat(rating.isObligatoryIn(2025, false)).isFalse();
        assertThat(rating.isObligatoryIn(2025, true)).isTrue();
    }

    @Test
    void aSurveyIsNeverReportedByAUnit() {
        assertThat(isRequired(indicator("SURVEY", null, from("VP", null)), VP, DateRange.UNBOUNDED, YEAR)).isFalse();
    }

    @Test
    void aDefinitionWithAnUnknownTypeOrTimeBasisCannotBeApplied() {
        assertThatExceptionOfType(InapplicableEvent.class).isThrownBy(() -> indicator("SCORE", "FLOW"))
                .withMessage("unknown type of an indicator: SCORE");
        assertThatExceptionOfType(InapplicableEvent.class).isThrownBy(() -> indicator("RATIO", "MONTH"))
                .withMessage("unknown time basis of an indicator: MONTH");
    }

    private static boolean isRequired(Indicator indicator, UnitCode unit, DateRange life, DateRange window) {
        return indicator.isRequiredOf(unit, life, window, window.equals(YEAR) || window.equals(NEXT_YEAR));
    }

    private static Indicator indicator(String type, String timeBasis, Assignment... assignments) {
        return new Indicator(
                new IndicatorDefined("CT06", "KH-SGDDT-2022", 6, "Đúng hạn", "On time", type, timeBasis, "AT_LEAST",
                        "a", "b", "CCHC", null, null, List.of(new Milestone(2025, null)), List.of(assignments), 1, List.of(),
                        null));
    }

    private static Assignment until(String unit, LocalDate day) {
        return new Assignment(unit, false, null, day);
    }

    private static Assignment from(String unit, LocalDate day) {
        return new Assignment(unit, false, day, null);
    }
}
