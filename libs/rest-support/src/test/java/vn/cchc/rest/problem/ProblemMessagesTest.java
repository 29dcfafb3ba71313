package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
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

    @Test
    void theDetailNamesTheMissingResource() {
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(english.detail(CommonProblem.NOT_FOUND, List.of("report 7"))).isEqualTo("Not found: report 7.");
    }
}
