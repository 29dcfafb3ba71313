package vn.cchc.survey.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextScreeningTest {

    private static final int LONGEST = 500;

    @ParameterizedTest
    @ValueSource(strings = { "0912345678", "0912 345 678", "0912.345.678", "+84 912-345-678", "84912345678", "(0299) 382 2789",
            "079 185 001 234", "079185001234", "365 123 456", "365.123.456", "nguyen.van-a@soctrang.gov.vn",
            "Nguyễn.An@thư.vn", "a @ b . vn", "an (at) example.com", "０９１２３４５６７８" })
    void whatIdentifiesAPersonIsRemoved(String identifier) {
        assertThat(FreeTextScreening.screen("Xin gọi " + identifier + ", cảm ơn", LONGEST))
                .isEqualTo("Xin gọi [đã xóa], cảm ơn");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Chờ 2 tiếng, ngày 12/03/2025", "Điểm 4.5 trên 5, năm 2024-2025", "Quyết định 1001/QĐ-BNV",
            "lúc 8:30 sáng 15-7", "@ cổng số 2", "12345678" })
    void otherTextStaysAsItIs(String text) {
        assertThat(FreeTextScreening.screen(text, LONGEST)).isEqualTo(text);
    }
}
