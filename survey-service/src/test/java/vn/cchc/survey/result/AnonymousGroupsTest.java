package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class AnonymousGroupsTest {

    @Test
    void theGroupOfFewRespondentsIsLeftOut() {
        var groups = groups(Map.of("", 9L, "A", 4L, "B", 5L));

        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEqualTo("B");
        assertThat(groups.of(null)).isEmpty();
    }

    @Test
    void theOneThatIsLeftOutTakesAnotherWithIt() {
        // Otherwise the only answer without a group would be that of the only token of A.
        var groups = groups(Map.of("A", 1L, "B", 7L, "C", 8L));

        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void fewTokensWithoutAGroupTakeOneWithThem() {
        var groups = groups(Map.of("", 2L, "B", 7L, "C", 8L));

        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void aGroupThatRespondentsNamedIsKeptIfManyTokensHaveNone() {
        assertThat(groups(Map.of("", 5L)).of("A")).isEqualTo("A");
        assertThat(groups(Map.of("", 4L)).of("A")).isEmpty();
        assertThat(groups(Map.of("", 4L, "A", 0L)).of("A")).isEmpty();
    }

    @Test
    void answersThatNameAGroupAreNotAmongThoseWithoutOne() {
        // The nine without a group name B and C. Otherwise the only answer without a group would be that of the token of A.
        Map<String, Long> spent = Map.of("", 9L, "A", 1L);
        var groups = new AnonymousGroups(spent, Map.of("A", 1L, "B", 4L, "C", 5L), 5);

        assertThat(AnonymousGroups.dependOnAnswers(spent, 5)).isTrue();
        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void manyTokensWithoutAGroupAloneNeedNoLookAtTheirAnswers() {
        assertThat(AnonymousGroups.dependOnAnswers(Map.of("", 5L, "A", 5L), 5)).isFalse();
        assertThat(AnonymousGroups.dependOnAnswers(Map.of("A", 1L, "B", 7L), 5)).isFalse();
        assertThat(AnonymousGroups.dependOnAnswers(Map.of("", 4L, "A", 5L), 5)).isTrue();
    }

    private static AnonymousGroups groups(Map<String, Long> spent) {
        return new AnonymousGroups(spent, spent, 5);
    }
}
