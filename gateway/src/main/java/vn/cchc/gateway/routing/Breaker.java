package vn.cchc.gateway.routing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
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
import vn.cchc.house.HouseProblem;
import vn.cchc.house.Refusal;

/**
 * Saves callers from waiting for a service that does not answer: when too many of the latest calls have failed, it is left
 * alone
 * for a while and all are refused at once; then one call is let through, and if it is answered, so are all after it.
 */
final class Breaker {

    private static final Logger LOG = Logger.getLogger(Breaker.class);

    private final String service;
    private final Duration trial;
    private final TypedGuard<CompletionStage<Void>> guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    Breaker(String service, GatewayConfig.Breaker config) {
        this.service = service;
        this.trial = config.trial();
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

    /** Ends as the call does, or at once with a refusal. */
    <T> Future<T> call(Supplier<Future<T>> call) {
        Promise<T> answer = Promise.promise();
        guard.get(() -> judged(call.get().onComplete(answer))).whenComplete((done, failure) -> {
            if (failure instanceof CircuitBreakerOpenException) {
                answer.fail(new Refusal(HouseProblem.UNAVAILABLE));
            }
        });
        return answer.future();
    }

    private CompletionStage<Void> judged(Future<?> call) {
        Future<Void> outcome = call.mapEmpty();
        return (state == CircuitBreakerState.CLOSED ? outcome : tried(outcome)).toCompletionStage();
    }

    /** Only an answer tells that a service is back; and a long question must not keep everybody else out meanwhile. */
    private Future<Void> tried(Future<Void> outcome) {
        return outcome.timeout(trial.toMillis(), MILLISECONDS)
                .recover(failure -> Future.failedFuture(new TimeoutException(service + " has not answered")));
    }

    private void change(CircuitBreakerState next) {
        if (state == CircuitBreakerState.CLOSED) {
            LOG.warnf("%s does not answer; until it does, who asks it is refused at once", service);
        }
        if (next == CircuitBreakerState.CLOSED) {
            LOG.infof("%s answers again", service);
        }
        state = next;
    }
}
