package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.rest.problem.ProblemMessages;

class SurveyProblemTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemHasTextsInBothLanguages(SurveyProblem type) {
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotBlank().isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, List.of(1, 2))).isNotBlank()
                .isNotEqualTo(english.detail(type, List.of(1, 2)));
    }
}
