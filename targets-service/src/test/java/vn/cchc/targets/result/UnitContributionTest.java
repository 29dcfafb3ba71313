package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.firstQuarter;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.cchc.events.UnitResultAccepted.Period;
import vn.cchc.targets.indicator.IndicatorFixture;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.values.DateRange;

class UnitContributionTest {

    private static final Responsibility ALWAYS = responsibility(DateRange.UNBOUNDED, DateRange.UNBOUNDED);

    @Test
    void aFlowIsTheAnnualReportsFigureOnceThatIsAccepted() {
        assertThat(flow(ALWAYS, firstHalf(2025), thirdQuarter(2025), year(2025)).orElseThrow().basis()).isEqualTo("2025");
    }

    @Test
    void untilThenAFlowIsTheSumOfWindowsThatCoverTheYearFromItsStart() {
        UnitContribution contribution = flow(ALWAYS, firstQuarter(2025), thirdQuarter(2025), firstHalf(2025)).orElseThrow();

        assertThat(contribution.basis()).isEqualTo("2025H1+2025Q3");
        assertThat(contribution.total().numerator()).isEqualTo(BigInteger.TWO);
        assertThat(contribution.total().units()).isEqualTo(1);
        assertThat(contribution.latest().cutOff()).isEqualTo(LocalDate.of(2025, 9, 14));
    }

    @Test
    void aGapEndsTheSum() {
        assertThat(flow(ALWAYS, firstQuarter(2025), thirdQuarter(2025)).orElseThrow().basis()).isEqualTo("2025Q1");
        assertThat(flow(ALWAYS, thirdQuarter(2025))).isEmpty();
    }

    @Test
    void theFlowOfAUnitOrAssignmentThatBeginsOnTheFirstOfJulyCountsFromThenOn() {
        DateRange fromJuly = new DateRange(LocalDate.of(2025, 7, 1), null);

        assertThat(flow(responsibility(DateRange.UNBOUNDED, fromJuly), thirdQuarter(2025)).orElseThrow().basis())
                .isEqualTo("2025Q3");
        assertThat(flow(responsibility(fromJuly, DateRange.UNBOUNDED), thirdQuarter(2025)).orElseThrow().basis())
                .isEqualTo("2025Q3");
    }

    @Test
    void theFlowOfADissolvedUnitCountsUpToItsEnd() {
        DateRange untilJune = new DateRange(null, LocalDate.of(2025, 6, 30));

        assertThat(flow(responsibility(DateRange.UNBOUNDED, untilJune), firstQuarter(2025), firstHalf(2025)).orElseThrow()
                .basis()).isEqualTo("2025H1");
    }

    @Test
    void aWindowAfterTheEndOfAUnitOrAssignmentDoesNotCount() {
        DateRange untilCutOff = new DateRange(null, LocalDate.of(2025, 6, 14));

        assertThat(flow(responsibility(DateRange.UNBOUNDED, untilCutOff), firstHalf(2025), thirdQuarter(2025)).orElseThrow()
                .basis()).isEqualTo("2025H1");
        assertThat(flow(responsibility(untilCutOff, DateRange.UNBOUNDED), firstHalf(2025), thirdQuarter(2025)).orElseThrow()
                .basis()).isEqualTo("2025H1");
    }

    @Test
    void noDayIsCountedTwice() {
        var fromJanuary = new DateRange(LocalDate.of(2025, 1, 20), null);

        assertThat(flow(responsibility(fromJanuary, DateRange.UNBOUNDED), firstQuarter(2025), firstHalf(2025),
                thirdQuarter(2025)).orElseThrow().basis()).isEqualTo("2025H1+2025Q3");
    }

    @Test
    void aStockIsTheLatestCutOff() {
        assertThat(UnitContribution.of(figures(thirdQuarter(2025), firstQuarter(2025)), TimeBasis.STOCK, ALWAYS).orElseThrow()
                .basis()).isEqualTo("2025Q3");
    }

    private static Optional<UnitContribution> flow(Responsibility responsibility, Period... periods) {
        return UnitContribution.of(figures(periods), TimeBasis.FLOW, responsibility);
    }

    private static Responsibility responsibility(DateRange assignment, DateRange life) {
        return Responsibility.of(List.of(assignment), life);
    }

    private static List<UnitResult> figures(Period... periods) {
        return Stream.of(periods)
                .map(period -> new UnitResult(IndicatorFixture.maintainedAndImproved(), accepted("CT02", period, "VP", 1, 2)))
                .toList();
    }
}
