package vn.cchc.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = new BodyMemory(10);

    @Test
    void memoryBeyondTheLimitIsRefusedUntilSomeIsReleased() {
        assertThat(memory.reserve(6)).isTrue();
        assertThat(memory.reserve(6)).isFalse();

        memory.release(6);

        assertThat(memory.reserve(10)).isTrue();
    }
}
