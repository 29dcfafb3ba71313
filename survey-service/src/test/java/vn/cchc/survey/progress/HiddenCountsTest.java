package vn.cchc.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.progress.IntakeCounts.StratumCount;
import vn.cchc.survey.stratum.Stratum;

class HiddenCountsTest {

    @Test
    void theNumberOfFewRespondentsIsHiddenWithAnother() {
        assertThat(hidden(Map.of("A", new StratumCount(40, 3), "B", new StratumCount(50, 20), "C",
                new StratumCount(50, 30)))).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whereFewAreInvitedNobodySeesWhoAnswered() {
        assertThat(hidden(Map.of("A", new StratumCount(1, 0), "B", new StratumCount(9, 7))))
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatIsHiddenHasAtLeastTheMinimumBetweenThem() {
        assertThat(hidden(Map.of("A", new StratumCount(40, 1), "B", new StratumCount(40, 2), "C",
                new StratumCount(50, 30), "D", new StratumCount(50, 40)))).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void numbersThatShowNobodyAreShown() {
        assertThat(hidden(Map.of("A", new StratumCount(40, 0), "B", new StratumCount(50, 20)))).isEmpty();
    }

    private static Set<String> hidden(Map<String, StratumCount> counts) {
        List<Stratum> strata = counts.keySet().stream().map(code -> new Stratum(code, code, code, null, null, null, null))
                .toList();
        Set<String> hidden = HiddenCounts.of(strata, counts, Map.of(), 5);
        // Without the empty number of invitations without a stratum.
        return hidden.stream().filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }
}
