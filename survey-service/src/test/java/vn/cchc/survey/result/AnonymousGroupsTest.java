package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class AnonymousGroupsTest {

    @Test
    void theGroupOfFewRespondentsIsLeftOut() {
        var groups = new AnonymousGroups(Map.of("", 9L, "A", 4L, "B", 5L), 5);

        assertThat(groups.of("A")).isEmpty();
        assertThat(groups.of("B")).isEqualTo("B");
        assertThat(groups.of(null)).isEmpty();
    }

    @Test
    void theOneThatIsLeftOutTakesAnotherWithIt() {
        // Otherwise the only answer without a group would be that of the only token of A.
        var groups = new AnonymousGroups(Map.of("A", 1L, "B", 7L, "C", 8L), 5);

        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void fewTokensWithoutAGroupTakeOneWithThem() {
        var groups = new AnonymousGroups(Map.of("", 2L, "B", 7L, "C", 8L), 5);

        assertThat(groups.of("B")).isEmpty();
        assertThat(groups.of("C")).isEqualTo("C");
    }

    @Test
    void aGroupThatRespondentsNamedIsKeptIfManyTokensHaveNone() {
        assertThat(new AnonymousGroups(Map.of("", 5L), 5).of("A")).isEqualTo("A");
        assertThat(new AnonymousGroups(Map.of("", 4L), 5).of("A")).isEmpty();
        assertThat(new AnonymousGroups(Map.of("", 4L, "A", 0L), 5).of("A")).isEmpty();
    }
}
