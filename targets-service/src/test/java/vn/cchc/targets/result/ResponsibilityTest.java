package vn.cchc.targets.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Period;
import vn.cchc.targets.period.PeriodFixture;
import vn.cchc.values.DateRange;
import vn.cchc.values.PeriodCode;

class ResponsibilityTest {

    private static final DateRange UNTIL_JUNE = new DateRange(null, LocalDate.of(2025, 6, 30));
    private static final DateRange FROM_JULY = new DateRange(LocalDate.of(2025, 7, 1), null);

    @Test
    void aFlowIsDueForEveryWindowWithADayOfResponsibility() {
        assertThat(due(Responsibility.of(List.of(UNTIL_JUNE), DateRange.UNBOUNDED), TimeBasis.FLOW))
                .containsExactly("2025Q1", "2025H1", "2025Q3", "2025");
        assertThat(due(Responsibility.of(List.of(FROM_JULY), DateRange.UNBOUNDED), TimeBasis.FLOW))
                .containsExactly("2025Q3", "2025");
    }

    @Test
    void aStockIsDueIfTheUnitIsResponsibleOnTheCutOffDay() {
        assertThat(due(Responsibility.of(List.of(UNTIL_JUNE), DateRange.UNBOUNDED), TimeBasis.STOCK))
                .containsExactly("2025Q1", "2025H1");
        assertThat(due(Responsibility.of(List.of(FROM_JULY), DateRange.UNBOUNDED), TimeBasis.STOCK))
                .containsExactly("2025Q3", "2025");
    }

    @Test
    void ratingsAndComparisonsAreDueWithTheAnnualReportOnly() {
        Responsibility always = Responsibility.of(List.of(DateRange.UNBOUNDED), DateRange.UNBOUNDED);

        assertThat(due(always, null)).containsExactly("2025");
        assertThat(due(always, TimeBasis.COMPARISON)).containsExactly("2025");
    }

    @Test
    void aUnitThatIsClosedOnTheCutOffDayCannotReport() {
        assertThat(due(Responsibility.of(List.of(DateRange.UNBOUNDED), UNTIL_JUNE), TimeBasis.FLOW))
                .containsExactly("2025Q1", "2025H1");
    }

    @Test
    void aUnitThatBeginsLaterOrAnAssignmentOutsideItsLifeOwesNothing() {
        var from2028 = new DateRange(LocalDate.of(2028, 1, 1), null);

        assertThat(due(Responsibility.of(List.of(DateRange.UNBOUNDED), from2028), TimeBasis.FLOW)).isEmpty();
        assertThat(due(Responsibility.of(List.of(FROM_JULY), UNTIL_JUNE), TimeBasis.FLOW)).isEmpty();
    }

    @Test
    void theDatabasesRangesAreRead() {
        Responsibility responsibility = Responsibility.parse("{[2024-12-15,2025-07-01),[2025-10-01,2025-12-15)}",
                "[2024-12-15,2025-12-15)");

        assertThat(responsibility.days()).containsExactly(
                new DateRange(LocalDate.of(2024, 12, 15), LocalDate.of(2025, 6, 30)),
                new DateRange(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 14)));
        assertThat(responsibility.firstDayFrom(LocalDate.of(2025, 7, 1))).contains(LocalDate.of(2025, 10, 1));
        assertThat(Responsibility.parse("{}", "empty").days()).isEmpty();
    }

    private static List<String> due(Responsibility responsibility, TimeBasis basis) {
        return PeriodFixture.cchc(2025).periods().stream().filter(period -> responsibility.isDueIn(period, basis))
                .map(Period::code).map(PeriodCode::value).toList();
    }
}
