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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.cchc.events.UnitResultAccepted.Period;
import vn.cchc.targets.indicator.TimeBasis;

class UnitContributionTest {

    @Test
    void aFlowIsTheAnnualReportsFigureOnceThatIsAccepted() {
        UnitContribution share = UnitContribution.of(rows(firstHalf(2025), thirdQuarter(2025), year(2025)), TimeBasis.FLOW)
                .orElseThrow();

        assertThat(share.basis()).isEqualTo("2025");
        assertThat(share.complete()).isTrue();
        assertThat(share.nextDue()).isNull();
    }

    @Test
    void untilThenAFlowIsTheSumOfWindowsThatCoverTheYearFromItsStart() {
        UnitContribution share = UnitContribution
                .of(rows(firstQuarter(2025), thirdQuarter(2025), firstHalf(2025)), TimeBasis.FLOW).orElseThrow();

        assertThat(share.basis()).isEqualTo("2025H1+2025Q3");
        assertThat(share.tally().numerator()).isEqualTo(BigInteger.TWO);
        assertThat(share.tally().units()).isEqualTo(1);
        assertThat(share.complete()).isFalse();
        assertThat(share.nextDue()).isEqualTo(LocalDate.of(2025, 12, 16));
    }

    @Test
    void aGapEndsTheSum() {
        assertThat(UnitContribution.of(rows(firstQuarter(2025), thirdQuarter(2025)), TimeBasis.FLOW).orElseThrow().basis())
                .isEqualTo("2025Q1");
        assertThat(UnitContribution.of(rows(thirdQuarter(2025)), TimeBasis.FLOW)).isEmpty();
    }

    @Test
    void aStockIsTheLatestCutOff() {
        UnitContribution share = UnitContribution.of(rows(thirdQuarter(2025), firstQuarter(2025)), TimeBasis.STOCK)
                .orElseThrow();

        assertThat(share.basis()).isEqualTo("2025Q3");
        assertThat(share.complete()).isTrue();
        assertThat(share.nextDue()).isEqualTo(LocalDate.of(2025, 12, 16));
    }

    private static List<UnitResult> rows(Period... periods) {
        return Stream.of(periods).map(period -> new UnitResult(accepted("CT02", period, "VP", 1, 2))).toList();
    }
}
