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
    void aGroupThatRespondentsNamedIsKeptIfEnoughNameItAndEnoughTokensHaveNone() {
        assertThat(groups(Map.of("", 5L), Map.of("A", 5L)).of("A")).isEqualTo("A");
        assertThat(groups(Map.of("", 4L), Map.of("A", 4L)).of("A")).isEmpty();
        assertThat(groups(Map.of("", 4L, "A", 0L), Map.of("A", 4L)).of("A")).isEmpty();
    }

    @Test
    void aGroupThatFewRespondentsNamedIsLeftOutHoweverManyTokensHaveNone() {
        var groups = groups(Map.of("", 100L), Map.of("A", 1L, "B", 4L, "C", 45L, "", 50L));

        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void theOnlyRespondentOfAGroupDoesNotHaveTheOnlyAnswerWithoutAGroup() {
        var groups = groups(Map.of("", 100L), Map.of("A", 1L, "B", 40L, "C", 59L));

        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void answersThatNameAGroupAreNotAmongThoseWithoutOne() {
        // The nine without a group name B and C. Otherwise the only answer without a group would be that of the token of A.
        Map<String, Long> spent = Map.of("", 9L, "A", 1L);
        var groups = new AnonymousGroups(spent, Map.of("A", 1L, "B", 4L, "C", 5L), 5);

        assertThat(AnonymousGroups.dependOnAnswers(spent)).isTrue();
        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void answersDecideOnlyWhereTokensHaveNoGroup() {
        assertThat(AnonymousGroups.dependOnAnswers(Map.of("A", 1L, "B", 7L))).isFalse();
        assertThat(AnonymousGroups.dependOnAnswers(Map.of("", 1L, "A", 5L))).isTrue();
    }

    private static AnonymousGroups groups(Map<String, Long> spent) {
        return groups(spent, spent);
    }

    private static AnonymousGroups groups(Map<String, Long> spent, Map<String, Long> named) {
        return new AnonymousGroups(spent, named, 5);
    }
}
