package vn.cchc.reporting.imports;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** @param format CSV or XLSX */
record ImportRequest(RegimeCode regime, PeriodCode period, String format, ImportMode mode, boolean dryRun,
        NumberLocale locale) {

    String key(String sha256, String by) {
        return String.join(" ", sha256, by, regime.value(), period.value(), format, mode.name(), String.valueOf(dryRun),
                locale.tag());
    }
}
