package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.values.DateRange;
import vn.cchc.values.PeriodCode;

class AnnualResultTest {

    private static final ReportingYear YEAR = PeriodFixture.cchc(2025);
    private static final LocalDate H1 = LocalDate.of(2025, 6, 14);
    private static final LocalDate Q3 = LocalDate.of(2025, 9, 14);
    private static final LocalDate ANNUAL = LocalDate.of(2025, 12, 14);
    private static final LocalDate NEXT_JANUARY = LocalDate.of(2026, 1, 10);
    private static final DateRange UNTIL_JUNE = new DateRange(null, LocalDate.of(2025, 6, 30));
    private static final DateRange FROM_JULY = new DateRange(LocalDate.of(2025, 7, 1), null);

    @Test
    void theStockOfAUnitThatNoLongerReportsOnTheCutOffDayIsNotAdded() {
        UnitGroup khtc = assigned(UNTIL_JUNE).accepted("2025H1", H1, 4, 10);
        UnitGroup vp = assigned(FROM_JULY).accepted("2025", ANNUAL, 50, 50);

        AnnualResult result = of(TimeBasis.STOCK, NEXT_JANUARY, khtc, vp);

        assertThat(result.result().ratio()).isEqualTo(Ratio.of(50, 50));
        assertThat(result.result().units()).isEqualTo(1);
        assertThat(result.unitsExpected()).isEqualTo(1);
        assertThat(result.provisional()).isFalse();
        assertThat(result.isStale()).isFalse();
    }

    @Test
    void theStockOfAUnitThatReportsNoLongerIsShownUntilALaterOneIsAccepted() {
        UnitGroup khtc = assigned(UNTIL_JUNE).accepted("2025H1", H1, 4, 10);

        AnnualResult result = of(TimeBasis.STOCK, LocalDate.of(2025, 8, 1), khtc, assigned(FROM_JULY).nothing());

        assertThat(result.result().ratio()).isEqualTo(Ratio.of(4, 10));
        assertThat(result.provisional()).isTrue();
        assertThat(result.unitsMissing()).isEqualTo(1);
    }

    @Test
    void aStockBeforeTheReferenceDayCountsAndItsUnitIsAwaited() {
        LocalDate september = LocalDate.of(2025, 9, 15);
        UnitGroup khtc = assigned(UNTIL_JUNE).accepted("2025H1", H1, 4, 10);
        UnitGroup vp = assigned(DateRange.UNBOUNDED).accepted("2025H1", H1, 20, 30);
        UnitGroup cntt = assigned(DateRange.UNBOUNDED).accepted("2025Q3", Q3, 1, 2);

        AnnualResult result = of(TimeBasis.STOCK, september, khtc, vp, cntt);

        assertThat(result.result().ratio()).isEqualTo(Ratio.of(21, 32));
        assertThat(result.provisional()).isTrue();
        assertThat(result.unitsMissing()).isEqualTo(1);
        assertThat(AnnualResult.CountingRule.of(YEAR, TimeBasis.STOCK, List.of(khtc, vp, cntt)).awaited(vp, september))
                .map(Period::code).contains(new PeriodCode("2025Q3"));
    }

    @Test
    void anAbolishedUnitOwesNothingAfterItsEnd() {
        UnitGroup ttr = life(UNTIL_JUNE).accepted("2025H1", H1, 1, 2);
        UnitGroup others = assigned(DateRange.UNBOUNDED).of(10).accepted("2025", ANNUAL, 9, 20);

        AnnualResult result = of(TimeBasis.FLOW, NEXT_JANUARY, ttr, others);

        assertThat(result.unitsExpected()).isEqualTo(10);
        assertThat(result.result().units()).isEqualTo(11);
        assertThat(result.result().ratio()).isEqualTo(Ratio.of(10, 22));
        assertThat(result.provisional()).isFalse();
        assertThat(result.isStale()).isFalse();
    }

    @Test
    void aClosedUnitAndOneThatBeginsIn2028MakeNothingProvisional() {
        AnnualResult result = of(TimeBasis.FLOW, NEXT_JANUARY, life(new DateRange(null, LocalDate.of(2024, 6, 30))).nothing(),
                life(new DateRange(LocalDate.of(2028, 1, 1), null)).nothing(),
                assigned(DateRange.UNBOUNDED).accepted("2025", ANNUAL, 9, 20));

        assertThat(result.provisional()).isFalse();
        assertThat(result.isStale()).isFalse();
        assertThat(result.unitsExpected()).isEqualTo(1);
    }

    @Test
    void aFlowIsProvisionalUntilTheAnnualReportIsAccepted() {
        AnnualResult inJuly = of(TimeBasis.FLOW, LocalDate.of(2025, 7, 1),
                assigned(DateRange.UNBOUNDED).handedIn("2025H1").accepted("2025H1", H1, 1, 2));

        assertThat(inJuly.provisional()).isTrue();
        assertThat(inJuly.unitsMissing()).isEqualTo(1);
        assertThat(inJuly.isStale()).isFalse();
    }

    @Test
    void aStockIsFinalWithTheAnnualReportOfEachUnit() {
        UnitGroup vp = assigned(DateRange.UNBOUNDED).accepted("2025", ANNUAL, 1, 2);

        assertThat(of(TimeBasis.STOCK, NEXT_JANUARY, vp).provisional()).isFalse();
        assertThat(of(TimeBasis.STOCK, NEXT_JANUARY, vp, assigned(DateRange.UNBOUNDED).nothing()).provisional()).isTrue();
    }

    @Test
    void aStockBeforeTheAnnualReportIsProvisionalAlthoughNoUnitIsLate() {
        UnitGroup vp = assigned(DateRange.UNBOUNDED).handedIn("2025H1").accepted("2025H1", H1, 1, 2);

        AnnualResult inJuly = of(TimeBasis.STOCK, LocalDate.of(2025, 7, 1), vp);

        assertThat(inJuly.provisional()).isTrue();
        assertThat(inJuly.unitsMissing()).isZero();
        assertThat(inJuly.isStale()).isFalse();
        assertThat(of(TimeBasis.STOCK, NEXT_JANUARY, life(UNTIL_JUNE).accepted("2025H1", H1, 1, 2)).provisional()).isFalse();
        ReportingYear unknown = ReportingYear.of(2025, List.of());
        assertThat(AnnualResult.of(unknown, TimeBasis.STOCK, List.of(vp), NEXT_JANUARY).provisional()).isTrue();
    }

    @Test
    void aReportThatWaitsForReviewIsNotStale() {
        UnitGroup underReview = assigned(DateRange.UNBOUNDED).handedIn("2025").accepted("2025Q3", Q3, 1, 2);

        assertThat(of(TimeBasis.STOCK, NEXT_JANUARY, underReview).isStale()).isFalse();
    }

    @Test
    void aReportThatIsOverdueAndNotHandedInIsStale() {
        UnitGroup silentSinceQ3 = assigned(DateRange.UNBOUNDED).handedIn("2025Q3").accepted("2025Q3", Q3, 1, 2);

        assertThat(of(TimeBasis.STOCK, LocalDate.of(2025, 12, 16), silentSinceQ3).isStale()).isFalse();
        assertThat(of(TimeBasis.STOCK, LocalDate.of(2025, 12, 17), silentSinceQ3).isStale()).isTrue();
    }

    @Test
    void aUnitThatNeverReportedMakesTheIndicatorStale() {
        AnnualResult alone = of(TimeBasis.FLOW, LocalDate.of(2025, 3, 18), assigned(DateRange.UNBOUNDED).nothing());

        assertThat(alone.result()).isNull();
        assertThat(alone.isStale()).isTrue();
        assertThat(of(TimeBasis.STOCK, NEXT_JANUARY, assigned(DateRange.UNBOUNDED).accepted("2025", ANNUAL, 1, 2),
                assigned(DateRange.UNBOUNDED).nothing()).isStale()).isTrue();
    }

    @Test
    void aLaterReportMakesUpForAnEarlierOne() {
        UnitGroup onlyAnnual = assigned(DateRange.UNBOUNDED).handedIn("2025").accepted("2025", ANNUAL, 1, 2);

        assertThat(of(TimeBasis.FLOW, NEXT_JANUARY, onlyAnnual).isStale()).isFalse();
    }

    @Test
    void aLaterReportMakesUpForTheFlowOfItsOwnDaysOnly() {
        UnitGroup onlyQ3 = assigned(DateRange.UNBOUNDED).handedIn("2025Q3").nothing();
        LocalDate october = LocalDate.of(2025, 10, 1);

        assertThat(of(TimeBasis.FLOW, october, onlyQ3).isStale()).isTrue();
        assertThat(onlyQ3.overdue(YEAR, TimeBasis.FLOW, october)).map(Period::code).contains(new PeriodCode("2025H1"));
        assertThat(of(TimeBasis.STOCK, october, onlyQ3).isStale()).isFalse();
        assertThat(of(TimeBasis.FLOW, october, assigned(DateRange.UNBOUNDED).handedIn("2025H1", "2025Q3").nothing()).isStale())
                .isFalse();
    }

    @Test
    void aMonthThatWasNeverHandedInStaysOverdueHoweverManyFollow() {
        List<Period> months = PeriodFixture.definedMonths("MONTHLY", 2025).stream().map(Period::new).toList();
        ReportingYear year = ReportingYear.of(2025, months);
        List<DateRange> withoutFebruary = months.stream().filter(month -> !month.code().value().equals("2025M02"))
                .map(Period::window)
                .toList();

        UnitGroup unit = new UnitGroup(assigned(DateRange.UNBOUNDED).nothing().responsibility(), Optional.empty(),
                withoutFebruary, 1);

        assertThat(unit.overdue(year, TimeBasis.FLOW, NEXT_JANUARY)).map(Period::code).contains(new PeriodCode("2025M02"));
    }

    @Test
    void aRatingIsDueWithTheAnnualReportOnly() {
        assertThat(of(null, LocalDate.of(2025, 12, 1), assigned(DateRange.UNBOUNDED).nothing()).isStale()).isFalse();
        assertThat(of(null, NEXT_JANUARY, assigned(DateRange.UNBOUNDED).nothing()).isStale()).isTrue();
        assertThat(of(null, NEXT_JANUARY, assigned(DateRange.UNBOUNDED).rated(Rating.ACHIEVED)).result().rating())
                .isEqualTo(Rating.ACHIEVED);
    }

    @Test
    void theUnitsWithAnOverdueReportAreCounted() {
        AnnualResult result = of(TimeBasis.FLOW, NEXT_JANUARY, assigned(DateRange.UNBOUNDED).of(40).nothing(),
                assigned(DateRange.UNBOUNDED).of(7).handedIn("2025H1", "2025Q3", "2025").nothing());

        assertThat(result.unitsOverdue()).isEqualTo(40);
    }

    @Test
    void aUnitThatWasNeverAssignedCountsAndIsNotExpected() {
        UnitGroup unassigned = new UnitGroup(Optional.empty(),
                assigned(DateRange.UNBOUNDED).accepted("2025", ANNUAL, 1, 2).contribution(), List.of(), 1);

        AnnualResult result = of(TimeBasis.STOCK, NEXT_JANUARY, unassigned);

        assertThat(result.result().units()).isEqualTo(1);
        assertThat(result.unitsExpected()).isZero();
        assertThat(result.provisional()).isFalse();
    }

    @Test
    void withoutKnownPeriodsOnlyTheAnnualReportEndsAFlow() {
        ReportingYear unknown = ReportingYear.of(2025, List.of());

        assertThat(AnnualResult.of(unknown, TimeBasis.FLOW,
                List.of(assigned(DateRange.UNBOUNDED).accepted("2025H1", H1, 1, 2)), NEXT_JANUARY).provisional()).isTrue();
        assertThat(AnnualResult.of(unknown, TimeBasis.FLOW,
                List.of(assigned(DateRange.UNBOUNDED).accepted("2025", ANNUAL, 1, 2)), NEXT_JANUARY).provisional()).isFalse();
    }

    private static AnnualResult of(TimeBasis basis, LocalDate today, UnitGroup... groups) {
        return AnnualResult.of(YEAR, basis, List.of(groups), today);
    }

    private static Standing assigned(DateRange days) {
        return new Standing(Responsibility.of(List.of(days), DateRange.UNBOUNDED), List.of(), 1);
    }

    private static Standing life(DateRange life) {
        return new Standing(Responsibility.of(List.of(DateRange.UNBOUNDED), life), List.of(), 1);
    }

    private record Standing(Responsibility responsibility, List<DateRange> handedIn, long units) {

        Standing handedIn(String... periods) {
            return new Standing(responsibility,
                    YEAR.periods().stream().filter(period -> Set.of(periods).contains(period.code().value()))
                            .map(Period::window).toList(),
                    units);
        }

        Standing of(long many) {
            return new Standing(responsibility, handedIn, many);
        }

        UnitGroup nothing() {
            return new UnitGroup(Optional.of(responsibility), Optional.empty(), handedIn, units);
        }

        UnitGroup accepted(String basis, LocalDate cutOff, long numerator, long denominator) {
            var total = new ResultTotal(units, BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), 0, 0, 0);
            return accepted(basis, cutOff, total);
        }

        UnitGroup rated(Rating rating) {
            return accepted("2025", ANNUAL, ResultTotal.rated(rating));
        }

        private UnitGroup accepted(String basis, LocalDate cutOff, ResultTotal total) {
            return new UnitGroup(Optional.of(responsibility),
                    Optional.of(new UnitGroup.GroupContribution(basis, cutOff, cutOff.equals(ANNUAL), total)), handedIn, units);
        }
    }
}
