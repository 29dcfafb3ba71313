package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Optional;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;

/** A body on its way to a service; it breaks off where it has become too large or has taken too long. */
final class MeasuredBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private long seen;
    private Refusal refusal;
    private Handler<Throwable> breakOff = failure -> {
    };

    MeasuredBody(HttpServerRequest request, long limit, Duration time, Vertx vertx) {
        this.request = request;
        this.limit = limit;
        long deadline = vertx.setTimer(time.toMillis(), late -> refuse(new Refusal(GatewayProblem.TOO_SLOW)));
        request.end().onComplete(ended -> vertx.cancelTimer(deadline));
    }

    /** Why it broke off, if it did. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void pass(Buffer part, Handler<Buffer> service) {
        seen += part.length();
        if (seen <= limit) {
            service.handle(part);
            return;
        }
        refuse(new Refusal(HouseProblem.TOO_LARGE));
    }

    private void refuse(Refusal reason) {
        if (refusal == null) {
            refusal = reason;
            breakOff.handle(reason);
        }
    }

    @Override
    public MeasuredBody handler(Handler<Buffer> service) {
        request.handler(service == null ? null : part -> pass(part, service));
        return this;
    }

    @Override
    public MeasuredBody exceptionHandler(Handler<Throwable> handler) {
        request.exceptionHandler(handler);
        if (handler != null) {
            breakOff = handler;
            // It may have become too slow while it waited for a connection.
            refusal().ifPresent(handler::handle);
        }
        return this;
    }

    @Override
    public MeasuredBody endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody pause() {
        request.pause();
        return this;
    }

    @Override
    public MeasuredBody resume() {
        request.resume();
        return this;
    }

    @Override
    public MeasuredBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
