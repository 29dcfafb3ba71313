package vn.cchc.reporting.quality;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.cchc.values.IndicatorCode;

/** The indicators to which a rule applies. */
final class OfIndicators {

    static final int MAX = 200;

    private OfIndicators() {
    }

    static boolean covers(List<String> indicators, IndicatorCode code) {
        return indicators == null || indicators.contains(code.value());
    }

    static Stream<Map.Entry<IndicatorCode, Count>> counted(List<String> indicators, CheckedReport report) {
        return report.counted().entrySet().stream().filter(entry -> covers(indicators, entry.getKey()));
    }

    /** Without figures of fewer cases, whose percentage is not compared. */
    static Stream<Map.Entry<IndicatorCode, Count>> withCases(List<String> indicators, CheckedReport report, int atLeast) {
        return counted(indicators, report).filter(entry -> entry.getValue().hasCases(atLeast));
    }
}
