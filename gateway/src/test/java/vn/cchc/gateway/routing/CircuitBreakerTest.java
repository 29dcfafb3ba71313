package vn.cchc.gateway.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.vertx.core.Future;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.StubServices;
import vn.cchc.local.LocalStackTestResource;

/** What cannot be reached by a request. */
@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class CircuitBreakerTest {

    @Inject
    GatewayConfig config;

    private final AtomicInteger probes = new AtomicInteger();

    @Test
    void aCallThatThrowsFails() {
        var call = begin(breaker());

        assertThat(call.toCompletableFuture()).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStoppedBreakerProbesNoMore() {
        Breaker breaker = breaker();

        breaker.stop();
        for (int call = 0; call < config.breaker().calls(); call++) {
            begin(breaker);
        }

        await().atMost(10, SECONDS).until(() -> breaker.state() == CircuitBreakerState.HALF_OPEN);
        assertThat(probes).hasValue(0);
    }

    private Breaker breaker() {
        return new Breaker("nobody", config.breaker(), within -> {
            probes.incrementAndGet();
            return Future.succeededFuture();
        });
    }

    private static CompletionStage<Void> begin(Breaker breaker) {
        return breaker.<Void> call(() -> {
            throw new IllegalStateException("closed");
        }).toCompletionStage();
    }
}
