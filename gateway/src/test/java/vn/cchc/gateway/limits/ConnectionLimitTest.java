package vn.cchc.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import vn.cchc.rest.problem.ProblemException;

class ConnectionLimitTest {

    private final Vertx vertx = Vertx.vertx();
    private final ConnectionLimit limit = new ConnectionLimit(1, Duration.ofMinutes(1), vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallerBeyondTheLimitWaitsForARelease() {
        limit.acquire("one");
        Future<Void> second = limit.acquire("one");
        assertThat(second.isComplete()).isFalse();

        limit.release("one");

        assertThat(second.toCompletionStage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anotherCallerDoesNotWait() {
        limit.acquire("one");

        assertThat(limit.acquire("other").succeeded()).isTrue();
    }

    @Test
    void aWaitThatIsTooLongFailsAndIsSkipped() {
        ConnectionLimit impatient = new ConnectionLimit(1, Duration.ofMillis(1), vertx);
        impatient.acquire("one");
        Future<Void> late = impatient.acquire("one");
        assertThat(late.toCompletionStage().toCompletableFuture()).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .withCauseInstanceOf(ProblemException.class);

        impatient.release("one");

        assertThat(impatient.acquire("one").succeeded()).isTrue();
    }
}
