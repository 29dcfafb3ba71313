package vn.cchc.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = { "/a/b?c=d /a/b?c=d", "/a|b?c={d} /a%7Cb?c=%7Bd%7D",
            "/\u00c3\u00a0 /%C3%A0", "/%C3%A0 /%C3%A0", "/a[0]#b /a%5B0%5D%23b", "http://host:1/a?b /a?b", "HTTPS://host /",
            "http://host?b /?b", "nonsense /nonsense", "/100% /100%25" })
    void aTargetBecomesAPathWithEscapes(String target, String normalized) {
        assertThat(RequestTarget.normalize(target)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/%", "/%a", "/%zz", "/a?b=100%", "*", "host:80", "ftp://host/a", "" })
    void whatIsNoPathOrCannotBeDecodedIsMalformed(String target) {
        assertThat(RequestTarget.isMalformed(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/a%20b?c=%25", "http://host", "http://host/a" })
    void aPathIsNot(String target) {
        assertThat(RequestTarget.isMalformed(target)).isFalse();
    }
}
