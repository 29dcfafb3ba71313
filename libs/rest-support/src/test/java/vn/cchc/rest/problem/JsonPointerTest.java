package vn.cchc.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPointerTest {

    @Test
    void tildeAndSlashAreEscaped() {
        assertThat(JsonPointer.of("a~b", "c/d", 0)).isEqualTo("/a~0b/c~1d/0");
        assertThat(JsonPointer.of("~1")).isEqualTo("/~01");
    }

    @Test
    void theWholeDocumentIsTheEmptyPointer() {
        assertThat(JsonPointer.of()).isEmpty();
        assertThat(JsonPointer.of("")).isEqualTo("/");
    }
}
