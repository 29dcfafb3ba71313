package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class LowWatermarkTest {

    private final LowWatermark settled = new LowWatermark();

    @Test
    void whatWasSeenIsSettledWhenAllWhoWroteThenHaveEnded() {
        settled.saw(500);
        settled.look(Set.of("late"), LowWatermark.NO_ROW);
        settled.look(Set.of("late", "next"), LowWatermark.NO_ROW);
        assertThat(settled.position()).isZero();

        settled.look(Set.of("next"), LowWatermark.NO_ROW);

        assertThat(settled.position()).isEqualTo(500);
    }

    @Test
    void aLateCommittersRowIsNotPassedOver() {
        settled.saw(500);
        settled.look(Set.of("late"), LowWatermark.NO_ROW);

        settled.look(Set.of(), 7);

        assertThat(settled.position()).isEqualTo(6);
    }

    @Test
    void whatWasSeenAfterTheWritersWereLookedAtIsNotSettledWithThem() {
        settled.look(Set.of(), LowWatermark.NO_ROW);
        settled.saw(500);

        settled.look(Set.of("late"), LowWatermark.NO_ROW);

        assertThat(settled.position()).isZero();
    }
}
