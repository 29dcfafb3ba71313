package vn.cchc.rest.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingConvertersTest {

    private final SettingConverters.IntegerRange percent = new SettingConverters.IntegerRange(0, 100) {
        private static final long serialVersionUID = 1L;
    };

    @ParameterizedTest
    @ValueSource(strings = { "0", " 57 ", "100" })
    void aNumberOfTheRangeIsRead(String text) {
        assertThat(percent.convert(text)).isEqualTo(Integer.valueOf(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "101" })
    void aNumberBesideTheRangeIsRefused(String text) {
        assertThatThrownBy(() -> percent.convert(text)).hasMessage("must be between 0 and 100");
    }

    @Test
    void anHourIsTheShortestOfAnHourOrMore() {
        var converter = new SettingConverters.AnHourOrMore();

        assertThat(converter.convert("1h")).isEqualTo(Duration.ofHours(1));
        assertThatThrownBy(() -> converter.convert("59m")).hasMessage("must be at least one hour");
    }
}
