package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Optional;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;

/**
 * A body on its way to a service; it breaks off where it has become too large or has taken too long. While the service takes
 * what comes the caller's time runs, while it does not the service's own.
 */
final class LimitedBodyStream implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Duration patience;
    private final Vertx vertx;
    private Duration left;
    private long clock;
    private long since;
    private boolean heldUp;
    private long seen;
    private ProblemException refusal;
    private Handler<Throwable> breakOff = failure -> {
    };

    /**
     * @param time the caller's, for the whole body
     * @param patience the service's, each time that it takes nothing
     */
    LimitedBodyStream(HttpServerRequest request, long limit, Duration time, Duration patience, Vertx vertx) {
        this.request = request;
        this.limit = limit;
        this.left = time;
        this.patience = patience;
        this.vertx = vertx;
        awaitCaller();
        request.end().onComplete(ended -> vertx.cancelTimer(clock));
    }

    private void awaitCaller() {
        heldUp = false;
        since = System.nanoTime();
        clock = refuseAfter(left, GatewayProblem.TOO_SLOW);
    }

    private void awaitService() {
        heldUp = true;
        left = left.minusNanos(System.nanoTime() - since);
        clock = refuseAfter(patience, CommonProblem.GATEWAY_TIMEOUT);
    }

    private long refuseAfter(Duration time, ProblemType reason) {
        return vertx.setTimer(Math.max(1, time.toMillis()), late -> refuse(new ProblemException(reason)));
    }

    /** Whether it broke off because the service took nothing. */
    boolean isHeldUp() {
        return refusal != null && refusal.type() == CommonProblem.GATEWAY_TIMEOUT;
    }

    /** Why it broke off, if it did. */
    Optional<ProblemException> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void pass(Buffer part, Handler<Buffer> service) {
        seen += part.length();
        if (seen <= limit) {
            service.handle(part);
            return;
        }
        refuse(new ProblemException(CommonProblem.TOO_LARGE));
    }

    private void refuse(ProblemException reason) {
        if (refusal == null) {
            refusal = reason;
            breakOff.handle(reason);
        }
    }

    @Override
    public LimitedBodyStream handler(Handler<Buffer> service) {
        request.handler(service == null ? null : part -> pass(part, service));
        return this;
    }

    @Override
    public LimitedBodyStream exceptionHandler(Handler<Throwable> handler) {
        request.exceptionHandler(handler);
        if (handler != null) {
            breakOff = handler;
            // It may have broken off while it waited for a connection.
            refusal().ifPresent(handler::handle);
        }
        return this;
    }

    @Override
    public LimitedBodyStream endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public LimitedBodyStream pause() {
        request.pause();
        if (!heldUp && vertx.cancelTimer(clock)) {
            awaitService();
        }
        return this;
    }

    @Override
    public LimitedBodyStream resume() {
        if (heldUp && vertx.cancelTimer(clock)) {
            awaitCaller();
        }
        request.resume();
        return this;
    }

    @Override
    public LimitedBodyStream fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
