package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemMessagesTest {

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyProblemIsWordedInBothLanguages(CommonProblem type) {
        var vietnamese = new ProblemMessages(ProblemMessages.VIETNAMESE);
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(vietnamese.title(type)).isNotBlank().isNotEqualTo(english.title(type));
        assertThat(vietnamese.detail(type, List.of("x"))).isNotBlank().isNotEqualTo(english.detail(type, List.of("x")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = { "null,vi", "'',vi", "en,en", "'en-GB,vi;q=0.5',en", "fr,vi", "'fr,en;q=0.8',en",
            ";;;,vi" })
    void theCallersFirstLanguageThatWeSpeakIsTaken(String header, String language) {
        assertThat(ProblemMessages.accepted(header).locale().getLanguage()).isEqualTo(language);
    }

    @Test
    void theDetailSaysWhatIsMissing() {
        var english = new ProblemMessages(Locale.ENGLISH);

        assertThat(english.detail(CommonProblem.NOT_FOUND, List.of("report 7"))).isEqualTo("Not found: report 7.");
    }
}
