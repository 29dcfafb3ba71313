package vn.cchc.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=x", "  =1", "\u00a0=1", "\ufeff=1", "＝1", "＋1",
            "－1", "＠x" })
    void anApostrophePrecedesATextThatASpreadsheetWouldEvaluate(String text) {
        assertThat(FormulaGuard.escape(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Đủ hồ sơ", "a=b", "1-2", "'=1", " x" })
    void aPlainTextIsNotChanged(String text) {
        assertThat(FormulaGuard.escape(text)).isEqualTo(text);
    }
}
