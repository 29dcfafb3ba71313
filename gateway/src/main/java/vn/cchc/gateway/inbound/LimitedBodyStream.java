package vn.cchc.gateway.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import vn.cchc.gateway.problem.GatewayProblem;
import vn.cchc.rest.input.BodyMemory;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;

/**
 * The body of a request. First its beginning is collected; then, if there is more, it streams to the service. It fails when it
 * is too large, too slow, malformed or cut off, also at a time when nobody reads it. While it streams, the caller's timeout
 * is paused as long as the service does not read.
 */
public final class LimitedBodyStream implements ReadStream<Buffer> {

    private static final Logger LOG = Logger.getLogger(LimitedBodyStream.class);

    private final HttpServerRequest request;
    private final BodyMemory memory;
    private final Vertx vertx;
    private final long declaredLength;
    private final Buffer beginning = Buffer.buffer();
    private long limit;
    private Duration timeLeft;
    private Duration serviceTimeout;
    private long timer;
    private long timerStart;
    private boolean backpressured;
    private long received;
    private int reserved;
    private boolean ended;
    private ProblemException refusal;
    private Handler<Buffer> consumer;
    private Handler<Throwable> onFailure = failure -> {
    };

    /**
     * @param limit of its bytes
     * @param time the caller's, for the whole body
     */
    LimitedBodyStream(HttpServerRequest request, long limit, Duration time, BodyMemory memory, Vertx vertx) {
        this.request = request.pause();
        this.limit = limit;
        this.timeLeft = time;
        this.memory = memory;
        this.vertx = vertx;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        this.declaredLength = length == null ? -1 : Long.parseLong(length);
        request.exceptionHandler(broken -> failIncomplete());
        startCallerTimer();
    }

    /** Lowers the limit of its bytes. */
    public void limitTo(long bytes) {
        limit = Math.min(limit, bytes);
        if (declaredLength > limit) {
            refuse(new ProblemException(CommonProblem.TOO_LARGE));
        }
    }

    /**
     * Takes the beginning of the body.
     *
     * @return completed when the body is whole, or when more than {@code bytes} of it have arrived
     */
    public Future<Void> collect(int bytes) {
        Promise<Void> collected = Promise.promise();
        onFailure = collected::tryFail;
        if (refusal != null) {
            return Future.failedFuture(refusal);
        }
        request.endHandler(end -> {
            end();
            collected.tryComplete();
        });
        request.handler(part -> {
            keep(part);
            if (beginning.length() > bytes) {
                request.pause();
                collected.tryComplete();
            }
        });
        request.resume();
        return collected.future();
    }

    private void keep(Buffer part) {
        count(part);
        if (refusal == null && !memory.reserve(part.length())) {
            refuse(new ProblemException(CommonProblem.UNAVAILABLE));
        }
        if (refusal == null) {
            reserved += part.length();
            beginning.appendBuffer(part);
        }
    }

    /** The whole body, if all of it has been collected. */
    public Optional<Buffer> whole() {
        return ended ? Optional.of(beginning) : Optional.empty();
    }

    /** The number of bytes that the caller has declared, or -1. */
    public long declaredLength() {
        return declaredLength;
    }

    /** Frees what it holds, once its request is answered. */
    void close() {
        vertx.cancelTimer(timer);
        memory.release(reserved);
        reserved = 0;
    }

    /** @param timeout the service's, each time that it reads nothing */
    public void streamWithin(Duration timeout) {
        serviceTimeout = timeout;
    }

    /** Whether it failed because the service read nothing. */
    public boolean timedOutInService() {
        return refusal != null && refusal.type() == CommonProblem.GATEWAY_TIMEOUT;
    }

    /** Why it failed, if it did. */
    public Optional<ProblemException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** @return whether the refusal can still be answered */
    boolean failDecoding() {
        if (ended || request.response().ended()) {
            return false;
        }
        failIncomplete();
        return true;
    }

    private void failIncomplete() {
        if (refusal == null && !ended) {
            LOG.infof("Body of a %s request incomplete or malformed", request.method());
            refuse(ProblemException.malformed(List.of("body")));
        }
    }

    private void startCallerTimer() {
        backpressured = false;
        timerStart = System.nanoTime();
        timer = refuseAfter(timeLeft, GatewayProblem.TOO_SLOW);
    }

    private void startServiceTimer() {
        backpressured = true;
        timeLeft = timeLeft.minusNanos(System.nanoTime() - timerStart);
        timer = refuseAfter(serviceTimeout, CommonProblem.GATEWAY_TIMEOUT);
    }

    private long refuseAfter(Duration time, ProblemType reason) {
        return vertx.setTimer(Math.max(1, time.toMillis()), late -> refuse(new ProblemException(reason)));
    }

    private void count(Buffer part) {
        received += part.length();
        if (received > limit) {
            refuse(new ProblemException(CommonProblem.TOO_LARGE));
        }
    }

    private void refuse(ProblemException reason) {
        if (refusal == null) {
            refusal = reason;
            vertx.cancelTimer(timer);
            onFailure.handle(reason);
        }
    }

    private void end() {
        ended = true;
        vertx.cancelTimer(timer);
    }

    @Override
    public LimitedBodyStream handler(Handler<Buffer> handler) {
        consumer = handler;
        request.handler(handler == null ? null : part -> {
            count(part);
            if (refusal == null) {
                handler.handle(part);
            }
        });
        return this;
    }

    @Override
    public LimitedBodyStream exceptionHandler(Handler<Throwable> handler) {
        if (handler != null) {
            onFailure = handler;
            // It may have failed while it waited for a connection.
            refusal().ifPresent(handler::handle);
        }
        return this;
    }

    @Override
    public LimitedBodyStream endHandler(Handler<Void> handler) {
        request.endHandler(handler == null ? null : end -> {
            end();
            handler.handle(end);
        });
        return this;
    }

    @Override
    public LimitedBodyStream pause() {
        request.pause();
        if (!backpressured && vertx.cancelTimer(timer)) {
            startServiceTimer();
        }
        return this;
    }

    @Override
    public LimitedBodyStream resume() {
        if (backpressured && vertx.cancelTimer(timer)) {
            startCallerTimer();
        }
        if (consumer == null) {
            // The rest is discarded.
            request.handler(null);
        } else if (reserved > 0) {
            memory.release(reserved);
            reserved = 0;
            consumer.handle(beginning);
            if (backpressured) {
                return this;
            }
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
