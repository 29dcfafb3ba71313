package vn.cchc.rest.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

class ExpectedVersionTest {

    @ParameterizedTest
    @ValueSource(strings = { "\"3-ab\"", "\"3-cd\"", "\"1-ab\", \"3-ab\"", "*" })
    void theNamedRevisionMatches(String header) {
        assertThatCode(() -> requireMatch(header, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"2-ab\"|1", "\"1-ab\", \"2-ab\"|1", "\"9-ab\"|0", "\"x\"|0" })
    void anotherRevisionIsRefusedWithTheNumberOfChangesSince(String header, long changes) {
        AtomicLong since = new AtomicLong(-1);

        assertThatExceptionOfType(StaleResourceException.class).isThrownBy(() -> expected(header).requireMatch(3, count -> {
            since.set(count);
            return new StaleResourceException("", List.of());
        }));
        assertThat(since).hasValue(changes);
    }

    @ParameterizedTest
    @ValueSource(strings = { "W/\"3-ab\"", "W/\"3-ab\", W/\"2-ab\"" })
    void aWeakTagIsRefusedAsWeak(String header) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> expected(header))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(CommonProblem.WEAK_ENTITY_TAG));
        assertThatCode(() -> requireMatch(header + ", \"3-ab\"", 3)).doesNotThrowAnyException();
    }

    @Test
    void withoutAHeaderThePreconditionIsMissing() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ExpectedVersion.ofIfMatch(List.of()))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(CommonProblem.PRECONDITION_REQUIRED));
    }

    @Test
    void anOperationWithoutAPreconditionMatchesNoRevision() {
        assertThatExceptionOfType(StaleResourceException.class).isThrownBy(
                () -> ExpectedVersion.NONE.requireMatch(3, changes -> new StaleResourceException("", List.of())));
    }

    private static void requireMatch(String header, long revision) {
        expected(header).requireMatch(revision, changes -> new StaleResourceException("", List.of()));
    }

    private static ExpectedVersion expected(String header) {
        return ExpectedVersion.ofIfMatch(List.of(header));
    }
}
