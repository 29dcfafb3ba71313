package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.rest.problem.ProblemMessages;

class ProblemMessagesTest {

    private static final ProblemMessages VIETNAMESE = new ProblemMessages(ProblemMessages.VIETNAMESE);
    private static final ProblemMessages ENGLISH = new ProblemMessages(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(ReportingProblem.class)
    void everyProblemHasATextInBothLanguages(ReportingProblem type) {
        List<Object> args = List.of("a", "b", "c", "d");

        assertThat(VIETNAMESE.title(type)).isNotEqualTo(ENGLISH.title(type));
        assertThat(VIETNAMESE.detail(type, args)).isNotEqualTo(ENGLISH.detail(type, args)).doesNotContain("{");
    }

    @Test
    void noVietnameseTextContainsAnEnumValue() {
        var texts = ResourceBundle.getBundle("vn.cchc.reporting.problems", ProblemMessages.VIETNAMESE);

        assertThat(texts.keySet().stream().map(texts::getString)).noneMatch(text -> text.matches(".*\\b[A-Z]+_[A-Z_]+\\b.*"));
    }
}
