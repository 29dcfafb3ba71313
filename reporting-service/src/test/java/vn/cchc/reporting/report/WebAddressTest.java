package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.reporting.ReportingProblem;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://vanban.example.vn/125.pdf", "http://vanban.example.vn",
            "HTTPS://vanban.example.vn/?so=125#3",
            "https://vănbản.example.vn/quyết-định.pdf", "https://văn-bản.vn:8443/", "http://10.0.0.1/", "http://[::1]:8080/",
            "http://may_chu/" })
    void anAddressOnTheWebIsAccepted(String address) {
        assertThat(WebAddress.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "javascript:alert(1),URL_SCHEME", "ftp://example.vn/,URL_SCHEME", "www.example.vn,URL_SCHEME",
            "https://user:secret@example.vn/,URL_WITH_CREDENTIALS", "https://user@vănbản.vn/,URL_WITH_CREDENTIALS",
            "http:///x,INVALID_URL", "http://a b/,INVALID_URL", "http://a..b/,INVALID_URL",
            "https://example.vn/a b,INVALID_URL",
            "https://example.vn:99999999/,INVALID_URL" })
    void anotherAddressIsRefusedForItsOwnReason(String address, ReportingProblem reason) {
        assertThat(WebAddress.problem(address)).contains(reason);
    }
}
