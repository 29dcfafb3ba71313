package vn.cchc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class RestartLimitTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final RestartLimit exits = new RestartLimit(3);

    @Test
    void theThirdWithinAMinuteIsTooMany() {
        assertThat(exits.tooMany(NOON)).isFalse();
        assertThat(exits.tooMany(NOON.plusSeconds(30))).isFalse();
        assertThat(exits.tooMany(NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void whatIsOlderThanAMinuteIsForgotten() {
        exits.tooMany(NOON);
        exits.tooMany(NOON.plusSeconds(30));

        assertThat(exits.tooMany(NOON.plusSeconds(61))).isFalse();
    }
}
