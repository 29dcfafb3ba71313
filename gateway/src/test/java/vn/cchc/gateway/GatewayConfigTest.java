package vn.cchc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class GatewayConfigTest {

    private final Map<String, String> settings = new HashMap<>(Map.of("cchc.gateway.shared", "/api/v1/audit",
            "cchc.gateway.public", "GET /api/v1/problems/*", "cchc.gateway.services.targets.url", "http://targets-service:8081",
            "cchc.gateway.services.targets.paths", "/api/v1/plans,/api/v1/targets",
            "cchc.gateway.services.targets.response-timeouts.\"/api/v1/audit\"", "5m",
            "cchc.gateway.services.targets.connections-per-caller.\"/api/v1/exports\"", "2",
            "cchc.gateway.rates.client.quota", "1", "cchc.gateway.rates.client.window", "1s",
            "cchc.gateway.rates.address.quota", "1", "cchc.gateway.rates.address.window", "1s"));

    @Test
    void validSettingsAreRead() {
        settings.put("cchc.gateway.rates.trusted-proxies", "10.0.0.0/8,fd00::1");
        settings.put("cchc.gateway.cors-origins", "https://portal.example");
        settings.put("cchc.gateway.limits.linger", "0s");

        assertThat(read().services()).containsOnlyKeys("targets");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cchc.gateway.connect-timeout                | -2s
            cchc.gateway.response-timeout               | 0s
            cchc.gateway.connections                    | 0
            cchc.gateway.breaker.failure-ratio          | 1.5
            cchc.gateway.breaker.failure-ratio          | 0
            cchc.gateway.limits.linger                  | -1s
            cchc.gateway.limits.header-count            | -1
            cchc.gateway.rates.client.quota             | 0
            cchc.gateway.rates.trusted-proxies          | proxy.example
            cchc.gateway.cors-origins                   | *
            cchc.gateway.public                         | /api/v1/plans
            cchc.gateway.shared                         | audit
            cchc.gateway.services.targets.url           | targets-service:8081
            cchc.gateway.services.targets.url           | ftp://targets-service
            cchc.gateway.services.targets.paths         | plans
            cchc.gateway.services.targets.response-timeout | -1s
            cchc.gateway.services.targets.response-timeouts."/api/v1/audit" | -1s
            cchc.gateway.services.targets.connections-per-caller."/api/v1/exports" | 0""")
    void aValueOutOfRangeIsNamed(String name, String value) {
        settings.put(name, value);

        assertThatThrownBy(this::read).isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name.replaceFirst("\\.\".*", ""));
    }

    private GatewayConfig read() {
        return new SmallRyeConfigBuilder().withMapping(GatewayConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withSources(new PropertiesConfigSource(settings, "operator", 100)).build()
                .getConfigMapping(GatewayConfig.class);
    }
}
