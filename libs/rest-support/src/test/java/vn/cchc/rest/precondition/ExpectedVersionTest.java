package vn.cchc.rest.precondition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

class ExpectedVersionTest {

    private static final Revision THIRD = report("a", 3);

    @ParameterizedTest
    @MethodSource
    void everyTagOfTheCurrentRevisionMatches(String header) {
        assertThatCode(() -> requireMatch(header)).doesNotThrowAnyException();
    }

    static Stream<String> everyTagOfTheCurrentRevisionMatches() {
        return Stream.of(tag(THIRD, "{}"), tag(THIRD, "{\"another\": \"view\"}"),
                tag(report("a", 1), "{}") + ", " + tag(THIRD, "{}"), "*");
    }

    @Test
    void anEarlierRevisionIsRefusedWithTheNumberOfChangesSince() {
        assertThat(changesSince(tag(report("a", 2), "{}"))).isEqualTo(1);
        assertThat(changesSince(tag(report("a", 0), "{}") + ", " + tag(report("a", 1), "{}"))).isEqualTo(2);
    }

    @Test
    void aRevisionAboveTheCurrentOneIsRefusedAndNoChangeIsCounted() {
        String later = tag(report("a", 4), "{}");

        assertThat(changesSince(later)).isZero();
        assertThat(changesSince(later + ", " + tag(report("a", 1), "{}"))).isEqualTo(2);
        assertThatCode(() -> requireMatch(later + ", " + tag(THIRD, "{}"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void aTagThatWasNotIssuedForTheResourceIsRefusedAsUnknown(String header) {
        assertThat(changesSince(header)).isZero();
    }

    static Stream<String> aTagThatWasNotIssuedForTheResourceIsRefusedAsUnknown() {
        String issued = tag(THIRD, "{}");
        return Stream.of(tag(report("b", 3), "{}"), tag(report("b", 2), "{}"), tag(new Revision("campaign", "a", 3), "{}"),
                issued.replace("\"3-", "\"2-"), tag(report("a", 2), "{}").replace("\"2-", "\"3-"),
                issued.replace("\"3-", "\"03-"), issued.toUpperCase(),
                altered(issued, 3), altered(issued, 18), altered(issued, 19), altered(issued, 34),
                "\"3-" + "0".repeat(32) + '"', "\"3\"", "\"3-\"", "\"99999999999999999999-" + issued.substring(3), "\"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "W/\"3-ab\"", "W/\"3-ab\", W/\"2-ab\"" })
    void aWeakTagIsRefusedAsWeak(String header) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> expected(header))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(CommonProblem.WEAK_ENTITY_TAG));
        assertThatCode(() -> requireMatch(header + ", " + tag(THIRD, "{}"))).doesNotThrowAnyException();
    }

    @Test
    void aWeakTagBesideAStaleOneDoesNotMatch() {
        assertThat(changesSince("W/" + tag(THIRD, "{}") + ", " + tag(report("a", 2), "{}"))).isEqualTo(1);
    }

    @Test
    void withoutAHeaderThePreconditionIsMissing() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> ExpectedVersion.ofIfMatch(List.of()))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(CommonProblem.PRECONDITION_REQUIRED));
    }

    @Test
    void anOperationWithoutAPreconditionMatchesNoRevision() {
        assertThatExceptionOfType(StaleResourceException.class).isThrownBy(
                () -> ExpectedVersion.NONE.requireMatch(THIRD, changes -> new StaleResourceException("", List.of())));
    }

    private static Revision report(String id, long number) {
        return new Revision("report", id, number);
    }

    private static String tag(Revision revision, String json) {
        return RevisionTag.of(revision, json.getBytes(UTF_8)).toString();
    }

    private static String altered(String tag, int place) {
        char other = tag.charAt(place) == '0' ? '1' : '0';
        return tag.substring(0, place) + other + tag.substring(place + 1);
    }

    private static long changesSince(String header) {
        AtomicLong since = new AtomicLong(-1);
        assertThatExceptionOfType(StaleResourceException.class).isThrownBy(() -> expected(header).requireMatch(THIRD, count -> {
            since.set(count);
            return new StaleResourceException("", List.of());
        }));
        return since.get();
    }

    private static void requireMatch(String header) {
        expected(header).requireMatch(THIRD, changes -> new StaleResourceException("", List.of()));
    }

    private static ExpectedVersion expected(String header) {
        return ExpectedVersion.ofIfMatch(List.of(header));
    }
}
