package vn.cchc.reporting.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;

/**
 * The figures of a report, as the rules read them. It needs no stored report, so that an import can check thousands.
 *
 * @param window the days of the period; the last one is the cut-off day
 * @param year the reporting year
 * @param required the indicators that the report requires
 * @param obligatory those whose figure cannot be left out
 * @param counted the figures with numbers
 * @param rated the indicators with a rating
 */
public record CheckedReport(DateRange window, int year, List<IndicatorCode> required, List<IndicatorCode> obligatory,
        SortedMap<IndicatorCode, Count> counted, Set<IndicatorCode> rated, LocalDate today) {

    boolean hasFigure(IndicatorCode indicator) {
        return counted.containsKey(indicator) || rated.contains(indicator);
    }

    Stream<IndicatorCode> indicators() {
        return Stream.concat(counted.keySet().stream(), rated.stream()).sorted();
    }

    LocalDate cutOff() {
        return window.to();
    }
}
