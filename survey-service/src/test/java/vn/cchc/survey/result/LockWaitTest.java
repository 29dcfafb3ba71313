package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class LockWaitTest {

    private static final Duration ATTEMPT = Duration.ofMillis(250);

    @Test
    void attemptsFollowEachOtherQuicklyAtFirstAndTakeATenthOfALongWait() {
        Duration waited = Duration.ZERO;
        int attempts = 0;
        while (waited.compareTo(Duration.ofMinutes(10)) < 0) {
            Duration pause = LockWait.pauseAfter(waited.plus(ATTEMPT));
            assertThat(pause).isBetween(ATTEMPT, Duration.ofSeconds(5));
            waited = waited.plus(ATTEMPT).plus(pause);
            attempts++;
        }

        assertThat(LockWait.pauseAfter(ATTEMPT)).isEqualTo(ATTEMPT);
        assertThat(ATTEMPT.multipliedBy(attempts)).isLessThan(waited.dividedBy(10));
    }
}
