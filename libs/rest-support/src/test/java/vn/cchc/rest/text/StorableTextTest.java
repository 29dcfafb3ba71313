package vn.cchc.rest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\t\r\n", "\u00A0", "\u200B", "\u2800", "\u3000", "\u2060", "\u00AD", "\u3164", "\uFEFF",
            "\u180E", "\u200E\u200F", "\u2028", " \u00A0\u200B\u2800 ", "\uFE0F", "\uDB40\uDD00" })
    void aTextWithoutAVisibleCharacterIsBlank(String text) {
        assertThat(StorableText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", ".", "\u00A0.", "\u1EC7", "\u0301", "\uD83D\uDE00" })
    void aTextWithAVisibleCharacterIsNotBlank(String text) {
        assertThat(StorableText.isBlank(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "'',0", "Trường,6", "Tru\u031Bo\u031B\u0300ng,6", "\uD83D\uDE00,1",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67,1",
            "\uD83C\uDDFB\uD83C\uDDF3,1", "e\u0323\u0302,1" })
    void theLengthIsCountedInCharactersOfAReader(String text, int length) {
        assertThat(StorableText.length(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u0000", "\u0007", "\uFEFFa", "\uD83D", "\uDE00", "\u0085", "a\uFFFE", "a\uFFFF", "\uFDD0",
            "\uFDEF",
            "\uD83F\uDFFE" })
    void aTextWithControlCharactersOrHalfCharactersIsNotStorable(String text) {
        assertThat(StorableText.isStorable(text)).isFalse();
    }

    @Test
    void aCharacterCannotHideALongText() {
        assertThat(StorableText.isStorable("e" + "\u0301".repeat(30))).isTrue();
        assertThat(StorableText.isStorable("e" + "\u0301".repeat(31))).isFalse();
    }
}
