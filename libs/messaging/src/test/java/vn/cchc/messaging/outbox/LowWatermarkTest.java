package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

class LowWatermarkTest {

    private final LowWatermark lowWatermark = new LowWatermark();

    @Test
    void itAdvancesWhenAllWritersOfThatTimeHaveEnded() {
        lowWatermark.observe(500);
        lowWatermark.advance(Set.of("late"), LowWatermark.NO_ROW);
        lowWatermark.advance(Set.of("late", "next"), LowWatermark.NO_ROW);
        assertThat(lowWatermark.position()).isZero();

        lowWatermark.advance(Set.of("next"), LowWatermark.NO_ROW);

        assertThat(lowWatermark.position()).isEqualTo(500);
    }

    @Test
    void itStaysBelowTheRowOfALateCommitter() {
        lowWatermark.observe(500);
        lowWatermark.advance(Set.of("late"), LowWatermark.NO_ROW);

        lowWatermark.advance(Set.of(), 7);

        assertThat(lowWatermark.position()).isEqualTo(6);
    }

    @Test
    void aRowObservedAfterTheWritersDoesNotCount() {
        lowWatermark.advance(Set.of(), LowWatermark.NO_ROW);
        lowWatermark.observe(500);

        lowWatermark.advance(Set.of("late"), LowWatermark.NO_ROW);

        assertThat(lowWatermark.position()).isZero();
    }
}
