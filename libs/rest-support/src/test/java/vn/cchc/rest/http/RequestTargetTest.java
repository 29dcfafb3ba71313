package vn.cchc.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', quoteCharacter = '`', value = { "/a/b?c=d /a/b?c=d", "/a|b?c={d} /a%7Cb?c=%7Bd%7D",
            "/\u00c3\u00a0 /%C3%A0", "/%C3%A0 /%C3%A0", "/a[0]#b /a%5B0%5D%23b", "/100% /100%25" })
    void aTargetIsRepairedWithEscapes(String target, String repaired) {
        assertThat(RequestTarget.repaired(target)).isEqualTo(repaired);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = { "http://host:1/a?b /a?b", "HTTPS://host /", "http://host?b /?b", "/a /a" })
    void theAuthorityIsLeftOut(String target, String path) {
        assertThat(RequestTarget.originForm(target)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "*", "host:80", "ftp://host/a", "", "http:///a" })
    void aTargetWithoutPathIsRecognized(String target) {
        assertThat(RequestTarget.isPath(target)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/a%20b?c=%25", "http://host", "http://host/a" })
    void aPathIsRecognizedWithAndWithoutAuthority(String target) {
        assertThat(RequestTarget.isPath(target)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "/%, path", "/%a, path", "/%zz, path", "/a?b=100%, b", "/%ff, path", "/a?%=1, query" })
    void anEscapeThatCannotBeDecodedIsNamed(String target, String part) {
        assertThat(RequestTarget.malformedParts(target)).containsExactly(part);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/a;v=1", "/a/", "/a//b", "/a/../b", "/a/." })
    void aSecondNameIsRecognized(String path) {
        assertThat(RequestTarget.isAlias(path)).isTrue();
    }
}
