package vn.cchc.reporting.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.cchc.values.IndicatorCode;

/**
 * The figures that a report is compared with.
 *
 * @param past the latest cut-off day first
 * @param peers the figures of the other units of the same type for the same period
 */
public record References(List<PastFigure> past, Map<IndicatorCode, Peers> peers) {

    static final Set<RuleType> WITH_PAST = EnumSet.of(RuleType.CUMULATIVE, RuleType.JUMP, RuleType.OUTLIER_HISTORY);

    public static final References NONE = new References(List.of(), Map.of());

    /** Whether there is something that a rule of this type compares with. */
    boolean serve(RuleType type) {
        if (type == RuleType.OUTLIER_PEERS) {
            return !peers.isEmpty();
        }
        return !WITH_PAST.contains(type) || !past.isEmpty();
    }

    List<PastFigure> past(IndicatorCode indicator) {
        return past.stream().filter(figure -> figure.indicator().equals(indicator)).toList();
    }

    Peers peers(IndicatorCode indicator) {
        return peers.getOrDefault(indicator, Peers.NONE);
    }
}
