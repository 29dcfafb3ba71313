package vn.cchc.reporting.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.cchc.values.IndicatorCode;

/** The figures of the other units of the type of each checked unit. Units without a figure of their own share the lists. */
class PeerFigures {

    static final PeerFigures NONE = new PeerFigures(Set.of());

    private record Peer(String unit, Count count) {
    }

    private final Set<String> checked;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Map<IndicatorCode, List<Peer>>> byType = new HashMap<>();
    private final Map<String, Map<IndicatorCode, Peers>> shared = new HashMap<>();
    private final Set<String> withFigures = new HashSet<>();

    PeerFigures(Collection<String> checked) {
        this.checked = Set.copyOf(checked);
    }

    void addUnit(String unit, String type) {
        types.put(unit, type);
    }

    void add(String unit, String type, IndicatorCode indicator, Count count) {
        byType.computeIfAbsent(type, each -> new HashMap<>()).computeIfAbsent(indicator, each -> new ArrayList<>())
                .add(new Peer(unit, count));
        if (checked.contains(unit)) {
            withFigures.add(unit);
        }
    }

    Map<IndicatorCode, Peers> of(String unit) {
        String type = types.get(unit);
        if (withFigures.contains(unit)) {
            return counts(byType.get(type), unit);
        }
        return shared.computeIfAbsent(type, each -> counts(byType.getOrDefault(each, Map.of()), null));
    }

    private static Map<IndicatorCode, Peers> counts(Map<IndicatorCode, List<Peer>> peers, String without) {
        Map<IndicatorCode, Peers> counts = new HashMap<>();
        peers.forEach((indicator, all) -> counts.put(indicator,
                new Peers(all.stream().filter(peer -> !peer.unit().equals(without)).map(Peer::count).toList())));
        return counts;
    }
}
