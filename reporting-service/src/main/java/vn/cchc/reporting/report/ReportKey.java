package vn.cchc.reporting.report;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The key of a report: a unit reports once for each period of a regime. */
record ReportKey(RegimeCode regime, PeriodCode period, UnitCode unit) {

    @Override
    public String toString() {
        return regime + " " + period + " " + unit;
    }
}
