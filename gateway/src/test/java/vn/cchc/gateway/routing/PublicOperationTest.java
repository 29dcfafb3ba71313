package vn.cchc.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOperationTest {

    private final PublicOperation answering = PublicOperation.parse("POST /api/v1/campaigns/*/answers");
    private final PublicOperation explaining = PublicOperation.parse("GET /api/v1/problems/*");

    @Test
    void aStarStandsForOneSegment() {
        assertThat(answering.covers("POST", "/api/v1/campaigns/2025/answers")).isTrue();
        assertThat(answering.covers("POST", "/api/v1/campaigns/2025/x/answers")).isFalse();
        assertThat(answering.covers("POST", "/api/v1/campaigns//answers")).isFalse();
        assertThat(answering.covers("POST", "/api/v1/campaigns/2025/answers/batch")).isFalse();
    }

    @Test
    void aFinalStarStandsForAllThatFollows() {
        assertThat(explaining.covers("GET", "/api/v1/problems/targets/not-found")).isTrue();
        assertThat(explaining.covers("GET", "/api/v1/problems/")).isFalse();
        assertThat(explaining.covers("GET", "/api/v1/problemsx")).isFalse();
    }

    @Test
    void theMethodMustMatch() {
        assertThat(answering.covers("GET", "/api/v1/campaigns/2025/answers")).isFalse();
        assertThat(explaining.covers("HEAD", "/api/v1/problems/targets/not-found")).isTrue();
        assertThat(explaining.covers("POST", "/api/v1/problems/targets/not-found")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "GET", "/api/v1/problems/*", "GET api", "GET /a /b" })
    void aLineWithoutMethodAndPathIsInvalid(String line) {
        assertThatThrownBy(() -> PublicOperation.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
