package vn.cchc.reporting.quality;

import java.util.List;
import java.util.Map;

import vn.cchc.values.IndicatorCode;

/**
 * The figures that a report is compared with.
 *
 * @param past the latest cut-off day first
 * @param peers the figures of the other units of the same type for the same period
 */
public record References(List<PastFigure> past, Map<IndicatorCode, Peers> peers) {

    public static final References NONE = new References(List.of(), Map.of());

    List<PastFigure> past(IndicatorCode indicator) {
        return past.stream().filter(figure -> figure.indicator().equals(indicator)).toList();
    }

    Peers peers(IndicatorCode indicator) {
        return peers.getOrDefault(indicator, Peers.NONE);
    }
}
