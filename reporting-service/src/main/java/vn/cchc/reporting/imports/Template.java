package vn.cchc.reporting.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** @param units in the order of their codes */
record Template(RegimeCode regime, PeriodCode code, Period period, NumberLocale locale, List<String> units) {

    /** Of the columns and their meaning. */
    static final String VERSION = "1";

    /** What the file states of itself; an import for anything else is refused. */
    Map<String, String> properties() {
        return new TreeMap<>(Map.of("version", VERSION, "regime", regime.value(), "period", code.value(), "locale",
                locale.tag()));
    }

    String fileName(String extension) {
        return "figures-" + regime + '-' + code + '.' + extension;
    }
}
