package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageNegotiatorTest {

    @ParameterizedTest
    @CsvSource({ "'',vi", "en,en", "EN,en", "'en-GB,vi;q=0.5',en", "'vi;q=0.5,en;q=0.8',en", "'en,vi',en", "'vi,en',vi",
            "fr,vi", "'fr,en;q=0.8',en", "*,vi", "'en;q=0.9,*',vi", "'vi;q=0,*',en", "'en;q=0',vi", "'*;q=0.1,en',en",
            "'en;q=0.001',en", ";;;,vi", "'en;q=x',vi", "'en;q=2',vi", "'-,en',en", "'vi-VN;q=0.7, en;q=0.7',vi" })
    void theAvailableLanguageOfHighestQualityIsChosen(String header, String language) {
        assertThat(LanguageNegotiator.negotiate(List.of(header)).getLanguage()).isEqualTo(language);
    }

    @Test
    void severalHeaderLinesAreOneList() {
        assertThat(LanguageNegotiator.negotiate(List.of("vi;q=0.5", "en")).getLanguage()).isEqualTo("en");
        assertThat(LanguageNegotiator.negotiate(List.of()).getLanguage()).isEqualTo("vi");
    }
}
