package vn.cchc.survey.answer;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import vn.cchc.survey.answer.IntakeCounts.StratumCount;

/**
 * The strata whose number of respondents is hidden. The total minus the numbers that are shown is the sum of the others, so at
 * least two are hidden together, and with at least the minimum of respondents between them.
 */
final class HiddenCounts {

    private HiddenCounts() {
    }

    static Set<String> of(Map<String, StratumCount> counts, int suppressBelow) {
        Set<String> hidden = new HashSet<>();
        counts.forEach((stratum, count) -> {
            if (isSmall(count.invited(), suppressBelow) || isSmall(count.answered(), suppressBelow)) {
                hidden.add(stratum);
            }
        });
        var others = counts.entrySet().stream()
                .filter(each -> !hidden.contains(each.getKey()) && each.getValue().answered() > 0)
                .sorted(Comparator.comparingLong(each -> each.getValue().answered())).map(Map.Entry::getKey).iterator();
        while (isRevealing(hidden, counts, suppressBelow) && others.hasNext()) {
            hidden.add(others.next());
        }
        return hidden;
    }

    private static boolean isSmall(long people, int suppressBelow) {
        return people > 0 && people < suppressBelow;
    }

    private static boolean isRevealing(Set<String> hidden, Map<String, StratumCount> counts, int suppressBelow) {
        long people = hidden.stream().mapToLong(stratum -> counts.get(stratum).answered()).sum();
        return hidden.size() == 1 || people > 0 && people < suppressBelow;
    }
}
