package vn.cchc.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.progress.IntakeCounts.StratumCount;
import vn.cchc.survey.result.KnownSums;
import vn.cchc.survey.stratum.Stratum;

class HiddenCountsTest {

    @Test
    void theNumberOfFewRespondentsIsHiddenWithAnother() {
        assertThat(hidden(Map.of("A", counted(40, 3), "B", counted(50, 20), "C",
                counted(50, 30)))).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whereFewAreInvitedNobodySeesWhoAnswered() {
        assertThat(hidden(Map.of("A", counted(1, 0), "B", counted(9, 7))))
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatIsHiddenHasAtLeastTheMinimumBetweenThem() {
        assertThat(hidden(Map.of("A", counted(40, 1), "B", counted(40, 2), "C",
                counted(50, 30), "D", counted(50, 40)))).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void numbersThatShowNobodyAreShown() {
        assertThat(hidden(Map.of("A", counted(40, 0), "B", counted(50, 20)))).isEmpty();
    }

    @Test
    void theInvitationsDoNotGiveWhatIsHidden() {
        // Without a third one, all 9 who were invited to A and B would have answered.
        var counts = Map.of("A", counted(3, 3), "B", counted(6, 6), "C", counted(50, 40));

        assertThat(recovered(counts, hidden(counts))).isEmpty();
        assertThat(hidden(counts)).containsExactlyInAnyOrder("A", "B", "C");
    }

    /** At least k numbers are possible, or as many as if only the total was shown. */
    @Test
    void noNumberThatIsShownGivesAHiddenOne() {
        int hiding = 0;
        int showing = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            var counts = random(new Random(seed));
            Set<String> hidden = hidden(counts);
            assertThat(recovered(counts, hidden)).as("seed %d: %s without %s", seed, counts, hidden).isEmpty();
            hiding += hidden.isEmpty() ? 0 : 1;
            showing += !hidden.isEmpty() && hidden.size() < counts.size() ? 1 : 0;
        }
        assertThat(hiding).isGreaterThan(1_000);
        assertThat(showing).isGreaterThan(500);
    }

    private static Map<String, StratumCount> random(Random random) {
        Map<String, StratumCount> counts = new TreeMap<>();
        double response = random.nextDouble();
        int strata = 1 + random.nextInt(7);
        for (int i = 0; i < strata; i++) {
            int invited = random.nextInt(random.nextBoolean() ? 8 : 60);
            counts.put("S" + i, counted(invited, random.ints(invited, 0, 100).filter(each -> each < 100 * response).count()));
        }
        return counts;
    }

    private static List<String> recovered(Map<String, StratumCount> counts, Set<String> hidden) {
        KnownSums total = new KnownSums();
        counts.forEach((code, count) -> total.atMost(code, count.invited()));
        total.sum(counts.keySet(), counts.values().stream().mapToLong(StratumCount::answered).sum());
        KnownSums shown = new KnownSums(total);
        counts.keySet().stream().filter(code -> !hidden.contains(code))
                .forEach(code -> shown.sum(List.of(code), counts.get(code).answered()));
        return counts.keySet().stream()
                .filter(code -> hidden.contains(code) ? shown.others(code) < Math.min(4, total.others(code))
                        : counts.get(code).answered() > 0 && counts.get(code).answered() < 5)
                .toList();
    }

    /** Nobody answers without an invitation. */
    private static StratumCount counted(long invited, long answered) {
        return new StratumCount(invited, answered, answered);
    }

    private static Set<String> hidden(Map<String, StratumCount> counts) {
        List<Stratum> strata = counts.keySet().stream().map(code -> new Stratum(code, code, code, null, null, null, null))
                .toList();
        Set<String> hidden = HiddenCounts.of(strata, counts, Map.of(), 5);
        // Without the empty number of invitations without a stratum.
        return hidden.stream().filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }
}
