package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.rest.problem.ProblemMessages;

class ProblemMessagesTest {

    @ParameterizedTest
    @EnumSource(ReportingProblem.class)
    void everyProblemIsWordedInBothLanguages(ReportingProblem type) {
        List<Object> args = List.of("a", "b", "c", "d");
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, args)).isNotEqualTo(english.detail(type, args)).doesNotContain("{");
    }
}
