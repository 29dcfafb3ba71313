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
 * Saves callers from waiting for a service that does not answer: when too many of the latest calls have failed, it is left
 * alone, and all are refused at once until it has answered the gateway itself, which asks it from time to time.
 */
final class Breaker {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final String service;
    private final Duration trial;
    private final Function<Duration, Future<Void>> sign;
    private final TypedGuard<CompletionStage<Void>> guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;
    private volatile boolean stopped;

    /** @param sign asks the service for a sign of life, within a time */
    Breaker(String service, GatewayConfig.Breaker config, Function<Duration, Future<Void>> sign) {
        this.service = service;
        this.trial = config.trial();
        this.sign = sign;
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<Void>>() {
            private static final long serialVersionUID = 1L;
        }).withDescription(service).withCircuitBreaker().requestVolumeThreshold(config.calls())
                .failureRatio(config.failureRatio()).delay(config.rest().toMillis(), ChronoUnit.MILLIS)
                .when(Breaker::isTheServices).onStateChange(this::change).done().build();
    }

    /** What we ourselves break off is the caller's doing: he is gone, or sends too much or too slowly. */
    private static boolean isTheServices(Throwable failure) {
        return !(failure instanceof StreamResetException);
    }

    CircuitBreakerState state() {
        return state;
    }

    /** Whether a caller who has waited so long for an answer leaves because of the service. */
    boolean isTooLong(Duration wait) {
        return wait.compareTo(trial) > 0;
    }

    /** Ends as the call does, or at once with a refusal. */
    <T> Future<T> call(Supplier<Future<T>> call) {
        if (state != CircuitBreakerState.CLOSED) {
            return refused();
        }
        Promise<T> answer = Promise.promise();
        guard.get(() -> begun(call).onComplete(answer).<Void> mapEmpty().toCompletionStage()).whenComplete((done, failure) -> {
            if (failure instanceof CircuitBreakerOpenException) {
                answer.fail(new ProblemException(CommonProblem.UNAVAILABLE));
            }
        });
        return answer.future();
    }

    private <T> Future<T> begun(Supplier<Future<T>> call) {
        // Who came before it opened and gets here only now would be taken for the one that tries.
        return Future.succeededFuture().compose(now -> state == CircuitBreakerState.CLOSED ? call.get() : refused());
    }

    private static <T> Future<T> refused() {
        return Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE));
    }

    private void change(CircuitBreakerState next) {
        if (state == CircuitBreakerState.CLOSED) {
            LOG.warnf("%s does not answer; until it does, who asks it is refused at once", service);
        }
        if (next == CircuitBreakerState.CLOSED) {
            LOG.infof("%s answers again", service);
        }
        state = next;
        if (next == CircuitBreakerState.HALF_OPEN && !stopped) {
            ask();
        }
    }

    /**
     * No caller's call will do: he may leave, or send his body slowly, and nothing is learned while he keeps all others out.
     */
    private void ask() {
        guard.get(() -> sign.apply(trial).toCompletionStage());
    }

    /** From now on nothing is asked any more. */
    void stop() {
        stopped = true;
    }
}
