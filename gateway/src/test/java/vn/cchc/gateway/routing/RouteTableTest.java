package vn.cchc.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    private final RouteTable routes = new RouteTable(Map.of(
            "reporting", List.of("/api/v1/units", "/api/v1/problems/reporting"),
            "survey", List.of("/api/v1/campaigns", "/api/v1/units/surveyed")), List.of("/api/v1/audit"));

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/units", "/api/v1/units/", "/api/v1/units/VP", "/api/v1/units/VP/changes",
            "/api/v1/units/a%2Fb", "/api/v1/units/..a", "/api/v1/problems/reporting/not-found" })
    void aPrefixCoversEverythingBelowIt(String path) {
        assertThat(routes.serviceFor(path)).contains("reporting");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/", "/api/v1", "/api/v1/unitsx", "/api/v1/unit", "/api/v2/units", "/units",
            "/api/v1/problems",
            "/api/v1/problems/gateway/not-found", "/q/health" })
    void onlyWholeSegmentsMatch(String path) {
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @Test
    void theLongestPrefixApplies() {
        assertThat(routes.serviceFor("/api/v1/units/surveyed/2025")).contains("survey");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/units/../campaigns", "/api/v1/units/%2e%2E/campaigns", "/api/v1/units/.",
            "/api/v1/./units",
            "/api/v1/units/.%2e", "/api/v1/units/..;/campaigns", "/api/v1/units/..%2Fcampaigns",
            "/api/v1/units%2f../campaigns", "/api/v1/units/..\\campaigns", "/api/v1/units/%2e%2e%5ccampaigns",
            "/api/v1/units/..%3bx" })
    void aPathWithDotSegmentsHasNoService(String path) {
        assertThat(routes.serviceFor(path)).isEmpty();
    }

    @Test
    void aSharedPathHasNoServiceOfItsOwn() {
        assertThat(routes.isShared("/api/v1/audit/verification")).isTrue();
        assertThat(routes.serviceFor("/api/v1/audit/verification")).isEmpty();
        assertThat(routes.isShared("/api/v1/units")).isFalse();
    }

    @Test
    void aPrefixBelongsToOneService() {
        assertThatThrownBy(() -> new RouteTable(Map.of("a", List.of("/x"), "b", List.of("/x")), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/x leads to both");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "/", "/x/" })
    void aPrefixIsAnAbsolutePathWithoutFinalSlash(String prefix) {
        assertThatThrownBy(() -> new RouteTable(Map.of("a", List.of(prefix)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
