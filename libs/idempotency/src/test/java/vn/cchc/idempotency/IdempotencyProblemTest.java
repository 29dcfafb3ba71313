package vn.cchc.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.rest.problem.ProblemMessages;

class IdempotencyProblemTest {

    @ParameterizedTest
    @EnumSource(IdempotencyProblem.class)
    void everyProblemHasTextsInBothLanguages(IdempotencyProblem type) {
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, List.of())).isNotEqualTo(english.detail(type, List.of())).doesNotContain("{");
    }
}
