package vn.cchc.reporting.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of other units of a type. What a rule makes of them is the same for every unit that is compared with them. */
public final class Peers {

    static final Peers NONE = new Peers(List.of());

    private final List<Count> counts;
    private final Map<PeerOutlier, Optional<PeerOutlier.PeerLimits>> limits = new HashMap<>();

    Peers(List<Count> counts) {
        this.counts = counts;
    }

    Optional<PeerOutlier.PeerLimits> limits(PeerOutlier rule) {
        return limits.computeIfAbsent(rule, each -> each.limits(counts));
    }
}
