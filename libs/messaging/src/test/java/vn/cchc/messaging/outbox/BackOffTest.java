package vn.cchc.messaging.outbox;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void thePauseDoublesUpToTheCeiling() {
        var pauses = Stream.iterate(new BackOff(ofSeconds(1), ofSeconds(5)), BackOff::longer).limit(5).map(BackOff::pause);

        assertThat(pauses).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(5), ofSeconds(5));
    }

    @Test
    void aFirstPauseAboveTheCeilingIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(ofSeconds(6), ofSeconds(5)));
    }
}
