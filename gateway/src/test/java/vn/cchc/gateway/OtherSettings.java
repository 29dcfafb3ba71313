package vn.cchc.gateway;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Not the settings of the other tests. One profile for all who need that: each would build and start the application again. */
public class OtherSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(Map.entry("cchc.gateway.limits.head-timeout", "2s"),
                Map.entry("cchc.gateway.limits.body-timeout", "1s"), Map.entry("cchc.gateway.limits.linger", "1s"),
                Map.entry("cchc.gateway.rates.client.quota", "3"), Map.entry("cchc.gateway.rates.client.window", "3s"),
                Map.entry("cchc.gateway.rates.address.quota", "3"), Map.entry("cchc.gateway.rates.address.window", "3s"),
                Map.entry("cchc.gateway.rates.trusted-proxies", "127.0.0.0/8,::1"),
                Map.entry("cchc.gateway.cors-origins", "https://portal.example"),
                Map.entry("cchc.gateway.strict-transport-security", "max-age=31536000"),
                Map.entry("cchc.gateway.services.survey.response-timeout", "1H"),
                Map.entry("cchc.gateway.services.survey.response-timeouts.\"/api/v1/campaigns/silent\"", "300ms"),
                Map.entry("cchc.scoreboard.public", "true"),
                // Nobody is there: port 1 is reserved.
                Map.entry("cchc.gateway.services.reporting.url", "http://localhost:1"));
    }
}
