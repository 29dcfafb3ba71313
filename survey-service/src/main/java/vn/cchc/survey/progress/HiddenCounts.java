package vn.cchc.survey.progress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.cchc.survey.progress.IntakeCounts.StratumCount;
import vn.cchc.survey.result.SuppressedStrata;
import vn.cchc.survey.stratum.Stratum;

/**
 * The strata whose number of respondents is hidden: by the rules of results, so that progress and result together show no more
 * than each of them, and where few were invited. At least two are hidden, so that none is the total minus the others.
 */
final class HiddenCounts {

    private HiddenCounts() {
    }

    /**
     * @param counts by the code of the stratum, the empty one for none
     * @param rating the respondents in the result by the code of the stratum; empty while it is not known
     */
    static Set<String> of(List<Stratum> strata, Map<String, StratumCount> counts, Map<String, Long> rating, int suppressBelow) {
        Map<String, Long> answered = new HashMap<>();
        counts.forEach((stratum, count) -> answered.put(stratum, count.answered()));
        Set<String> hidden = new HashSet<>(SuppressedStrata.codes(strata, answered, suppressBelow));
        hidden.addAll(SuppressedStrata.codes(strata, rating, suppressBelow));
        counts.entrySet().stream().filter(each -> isFew(each.getValue(), suppressBelow)).map(Map.Entry::getKey)
                .forEach(hidden::add);
        if (hidden.size() == 1) {
            answered.keySet().stream().filter(stratum -> !hidden.contains(stratum) && answered.get(stratum) > 0)
                    .min(Comparator.comparing(answered::get)).ifPresent(hidden::add);
        }
        return hidden;
    }

    private static boolean isFew(StratumCount count, int suppressBelow) {
        return count.invited() > 0 && count.invited() < suppressBelow && count.answered() < suppressBelow;
    }
}
