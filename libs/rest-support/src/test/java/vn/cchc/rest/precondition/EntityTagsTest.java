package vn.cchc.rest.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

class EntityTagsTest {

    private static final String TAG = "\"3-ab\"";

    @ParameterizedTest
    @ValueSource(strings = { "\"3-ab\"", " \"3-ab\" ", "\"x\", \"3-ab\"", "\"x\",\"3-ab\",", ",,\"3-ab\"", "W/\"y\" , \"3-ab\"",
            "\"a,b\",\"3-ab\"", "*" })
    void aStrongTagOfTheVersionMatchesForAChange(String header) {
        assertThat(read(header).matchesStrong(TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"\"", "\"3-a\"", "\"3-AB\"", "\"4-ab\", \"3-abc\"", "W/\"3-ab\"" })
    void anotherTagDoesNotMatchForAChange(String header) {
        assertThat(read(header).matchesStrong(TAG)).isFalse();
    }

    @Test
    void aWeakTagMatchesForARead() {
        assertThat(read("W/\"3-ab\"").matchesWeak(TAG)).isTrue();
        assertThat(read("W/\"3-ac\"").matchesWeak(TAG)).isFalse();
    }

    @Test
    void severalHeaderLinesAreOneList() {
        assertThat(EntityTags.read("If-Match", List.of("\"x\"", TAG)).orElseThrow().matchesStrong(TAG)).isTrue();
        assertThat(EntityTags.read("If-Match", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "3-ab", "\"3-ab", "3-ab\"", "'3-ab'", "w/\"3-ab\"", "W/ \"3-ab\"", "\"a\" \"b\"",
            "*, \"3-ab\"",
            "\"a b\"", "\"\t\"", "," })
    void aMalformedListOfTagsIsRefused(String header) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(header)).satisfies(refusal -> {
            assertThat(refusal.type()).isEqualTo(CommonProblem.INVALID_PARAMETER);
            assertThat(refusal.violations()).singleElement().extracting("pointer").isEqualTo("If-Match");
        });
    }

    private static EntityTags read(String header) {
        return EntityTags.read("If-Match", List.of(header)).orElseThrow();
    }
}
