package vn.cchc.reporting.report;

import java.util.function.Supplier;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.AskedIndicators;

/**
 * What was read of a report's requirements in the present transaction, so that each step of a use case does not read it
 * again.
 */
class ReadRequirements {

    private Period period;
    private AskedIndicators indicators;
    private ReportState stateOfIndicators;

    Period period(Supplier<Period> read) {
        if (period == null) {
            period = read.get();
        }
        return period;
    }

    /** @param state an accepted report keeps its indicators, and the others follow the assignments */
    AskedIndicators indicators(ReportState state, Supplier<AskedIndicators> read) {
        if (indicators == null || (state == ReportState.ACCEPTED) != (stateOfIndicators == ReportState.ACCEPTED)) {
            indicators = read.get();
            stateOfIndicators = state;
        }
        return indicators;
    }
}
