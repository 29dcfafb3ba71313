package vn.cchc.survey.progress;

import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.cchc.survey.progress.IntakeCounts.StratumCount;
import vn.cchc.survey.result.Response;
import vn.cchc.survey.result.SuppressedStrata;
import vn.cchc.survey.stratum.Stratum;

/**
 * The strata whose number of respondents is hidden: those of the result, so that progress and result together show no more than
 * each of them.
 */
final class HiddenCounts {

    private HiddenCounts() {
    }

    /**
     * @param counts by the code of the stratum, the empty one for none
     * @param rating the respondents in the result by the code of the stratum; empty while it is not known
     */
    static Set<String> of(List<Stratum> strata, Map<String, StratumCount> counts, Map<String, Long> rating, int suppressBelow) {
        return SuppressedStrata.codes(strata, rating, counts.entrySet().stream().map(each -> new Response(each.getKey(),
                each.getValue().invited(), each.getValue().answered(), each.getValue().invitedAnswered())).toList(),
                suppressBelow);
    }
}
