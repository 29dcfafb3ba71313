package vn.cchc.targets.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

class AssignableUnitsTest {

    private static final LocalDate ABOLISHED = LocalDate.of(2025, 6, 30);
    private static final DateRange INSPECTORATE = new DateRange(null, ABOLISHED);

    @Test
    void aClosedUnitIsRefusedForDaysAfterItsEndAndTheProblemNamesTheDay() {
        var afterwards = wanted(new DateRange(ABOLISHED.plusDays(1), null));

        assertThat(AssignableUnits.violation(afterwards, INSPECTORATE))
                .contains(Violation.at("/unit", TargetsProblem.UNIT_CLOSED, new UnitCode("TTR"), ABOLISHED));
    }

    @Test
    void aUnitThatDoesNotExistYetIsRefusedForDaysBeforeItsBeginning() {
        LocalDate first = LocalDate.of(2028, 1, 1);
        var before = wanted(new DateRange(LocalDate.of(2025, 1, 1), first.minusDays(1)));

        assertThat(AssignableUnits.violation(before, new DateRange(first, null)))
                .contains(Violation.at("/unit", TargetsProblem.UNIT_NOT_OPEN_YET, new UnitCode("TTR"), first));
    }

    @Test
    void anAssignmentNeedsOnlyOneDayOfTheUnitsLife() {
        assertThat(AssignableUnits.violation(wanted(new DateRange(ABOLISHED, null)), INSPECTORATE)).isEmpty();
        assertThat(AssignableUnits.violation(wanted(DateRange.UNBOUNDED), INSPECTORATE)).isEmpty();
    }

    private static AssignableUnits.Wanted wanted(DateRange days) {
        return new AssignableUnits.Wanted(new UnitCode("TTR"), days, "/unit");
    }
}
