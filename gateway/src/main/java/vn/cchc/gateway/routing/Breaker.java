package vn.cchc.gateway.routing;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.StreamResetException;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * The circuit breaker of a service. It opens when too many of the latest calls have failed. The circuit stays open until a
 * health probe of the gateway's own succeeds.
 */
final class Breaker {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final String service;
    private final Duration probeTimeout;
    private final Function<Duration, Future<Void>> probe;
    private final TypedGuard<CompletionStage<Void>> guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;
    private volatile boolean stopped;

    /** @param probe calls the service, with a timeout */
    Breaker(String service, GatewayConfig.Breaker config, Function<Duration, Future<Void>> probe) {
        this.service = service;
        this.probeTimeout = config.probeTimeout();
        this.probe = probe;
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<Void>>() {
            private static final long serialVersionUID = 1L;
        }).withDescription(service).withCircuitBreaker().requestVolumeThreshold(config.calls())
                .failureRatio(config.failureRatio()).delay(config.openDuration().toMillis(), ChronoUnit.MILLIS)
                .when(Breaker::countsAsFailure).onStateChange(this::change).done().build();
    }

    /** The gateway resets a request when its caller has disconnected, or sends too much or too slowly. */
    private static boolean countsAsFailure(Throwable failure) {
        return !(failure instanceof StreamResetException);
    }

    CircuitBreakerState state() {
        return state;
    }

    boolean isOpen() {
        return state != CircuitBreakerState.CLOSED;
    }

    /** Whether a caller who disconnects after such a wait for a response does so because of the service. */
    boolean isTooLong(Duration wait) {
        return wait.compareTo(probeTimeout) > 0;
    }

    /** Completed like the call; failed at once as unavailable while the circuit is open. */
    <T> Future<T> call(Supplier<Future<T>> call) {
        if (isOpen()) {
            return unavailable();
        }
        Promise<T> answer = Promise.promise();
        guard.get(() -> start(call).onComplete(answer).<Void> mapEmpty().toCompletionStage()).whenComplete((done, failure) -> {
            if (failure instanceof CircuitBreakerOpenException) {
                answer.fail(new ProblemException(CommonProblem.UNAVAILABLE));
            }
        });
        return answer.future();
    }

    private <T> Future<T> start(Supplier<Future<T>> call) {
        // A call that was made before the circuit opened, and starts only now, must not be taken for the probe.
        return Future.succeededFuture().compose(now -> isOpen() ? unavailable() : call.get());
    }

    private static <T> Future<T> unavailable() {
        return Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE));
    }

    private void change(CircuitBreakerState next) {
        if (state == CircuitBreakerState.CLOSED) {
            LOG.warnf("%s does not respond; its circuit is open until a health probe succeeds", service);
        }
        if (next == CircuitBreakerState.CLOSED) {
            LOG.infof("%s responds again; its circuit is closed", service);
        }
        state = next;
        if (next == CircuitBreakerState.HALF_OPEN && !stopped) {
            probe();
        }
    }

    /** Not with a caller's request: if that is slow or broken off, the state stays unknown and all others are refused. */
    private void probe() {
        guard.get(() -> probe.apply(probeTimeout).toCompletionStage());
    }

    /** Ends the probing. */
    void stop() {
        stopped = true;
    }
}
