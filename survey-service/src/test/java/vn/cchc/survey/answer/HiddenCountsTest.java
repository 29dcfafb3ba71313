package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.answer.IntakeCounts.StratumCount;

class HiddenCountsTest {

    @Test
    void theNumberOfFewRespondentsIsHiddenWithAnother() {
        assertThat(HiddenCounts.of(Map.of("A", new StratumCount(40, 3), "B", new StratumCount(50, 20), "C",
                new StratumCount(50, 30)), 5)).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whereFewAreInvitedNobodySeesWhoAnswered() {
        assertThat(HiddenCounts.of(Map.of("A", new StratumCount(1, 0), "B", new StratumCount(9, 7)), 5))
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void whatIsHiddenHasAtLeastTheMinimumBetweenThem() {
        assertThat(HiddenCounts.of(Map.of("A", new StratumCount(40, 1), "B", new StratumCount(40, 2), "C",
                new StratumCount(50, 30), "D", new StratumCount(50, 40)), 5)).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void numbersThatShowNobodyAreShown() {
        assertThat(HiddenCounts.of(Map.of("A", new StratumCount(40, 0), "B", new StratumCount(50, 20)), 5)).isEmpty();
    }
}
