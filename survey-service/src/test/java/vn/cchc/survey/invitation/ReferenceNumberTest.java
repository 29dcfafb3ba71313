package vn.cchc.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceNumberTest {

    @ParameterizedTest
    @ValueSource(strings = { "HS-12 Đ", " hs-12  đ ", "HS-12\u00a0đ", "HS-12 \u0110" })
    void oneNumberIsWrittenInManyWays(String given) {
        ReferenceNumber number = ReferenceNumber.of(ReferenceNumber.Source.DOSSIER, given);

        assertThat(number.text()).isEqualTo("HS-12 Đ");
        assertThat(number.toString()).doesNotContain("12");
    }
}
