package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemMessagesTest {

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyProblemHasTextsInBothLanguages(CommonProblem type) {
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotBlank().isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, List.of("x"))).isNotBlank().isNotEqualTo(english.detail(type, List.of("x")));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void everyTypeOfResourceHasAWordInBothLanguages(ResourceType type) {
        var missing = ProblemException.notFound(type, "7");

        String vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE).detail(missing.type(), missing.args());
        String english = new ProblemMessages(Locale.ENGLISH).detail(missing.type(), missing.args());

        String word = type.name().toLowerCase(Locale.ROOT).split("_")[0];
        assertThat(vietnamese).matches("Không tìm thấy .+ 7\\.").doesNotContain(word);
        assertThat(english).matches("There is no .+ 7\\.").contains(word);
    }
}
