package vn.cchc.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

class BodyMemoryTest {

    private static final int LIMIT = 20_000;

    private final BodyMemory memory = new BodyMemory(LIMIT);

    @Test
    void allBodiesTogetherStayWithinTheBound() throws IOException {
        var bodies = Stream.generate(() -> body(8_000)).limit(2).toList();
        for (BodyStream body : bodies) {
            body.readAllBytes();
        }

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> body(8_000).readAllBytes())
                .extracting(ProblemException::type).isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(memory.used()).isEqualTo(16_000);
    }

    @Test
    void aReleasedBodyMakesRoom() throws IOException {
        for (int body = 0; body < 10; body++) {
            BodyStream read = body(LIMIT);
            read.readAllBytes();
            read.release();
            read.release();
        }

        assertThat(memory.used()).isZero();
    }

    @Test
    void aBodyAboveItsOwnLimitIsNotHeld() {
        var body = new BodyStream(new ByteArrayInputStream(new byte[LIMIT]), 1_000, memory, null);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(body::readAllBytes).extracting(ProblemException::type)
                .isEqualTo(CommonProblem.TOO_LARGE);
        assertThat(memory.used()).isLessThanOrEqualTo(1_000);
    }

    private BodyStream body(int size) {
        return new BodyStream(new ByteArrayInputStream(" ".repeat(size).getBytes()), LIMIT, memory, CommonProblem.INVALID_BODY);
    }
}
