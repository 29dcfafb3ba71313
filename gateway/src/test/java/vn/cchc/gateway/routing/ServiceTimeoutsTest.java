package vn.cchc.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTimeoutsTest {

    private final ServiceTimeouts timeouts = new ServiceTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(30),
            Map.of("/api/v1/exports", Duration.ofSeconds(90), "/api/v1/exports/small", Duration.ofSeconds(5)));

    @ParameterizedTest
    @CsvSource({ "/api/v1/units, 30", "/api/v1/exports, 90", "/api/v1/exports/7, 90", "/api/v1/exports/small/7, 5",
            "/api/v1/exportsx, 30", "/api/v1/exports/smaller, 90" })
    void theLongestPrefixOfWholeSegmentsApplies(String path, long seconds) {
        assertThat(timeouts.forPath(path)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
