package vn.cchc.gateway.routing;

import java.time.Duration;

import org.jboss.logging.Logger;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.streams.ReadStream;

/**
 * The body of a response; its connection is closed when the caller does not read on in time. Otherwise callers who stop reading
 * would hold connections to the service, and what the service holds for them.
 */
final class ReaderTimeout implements ReadStream<Buffer> {

    private static final Logger LOG = Logger.getLogger(ReaderTimeout.class);

    private final ReadStream<Buffer> content;
    private final Duration timeout;
    private final HttpServerRequest request;
    private final Vertx vertx;
    private long timer = -1;

    ReaderTimeout(ReadStream<Buffer> content, Duration timeout, HttpServerRequest request, Vertx vertx) {
        this.content = content;
        this.timeout = timeout;
        this.request = request;
        this.vertx = vertx;
    }

    private void close() {
        LOG.infof("Response to a %s request not read within %s", request.method(), timeout);
        // Past the handler of Vert.x, which would wait until everything is written.
        ((ConnectionBase) request.connection()).channel().pipeline().firstContext().close();
    }

    /** The caller's buffers are full. */
    @Override
    public ReaderTimeout pause() {
        content.pause();
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(timeout.toMillis(), late -> close());
        return this;
    }

    @Override
    public ReaderTimeout resume() {
        vertx.cancelTimer(timer);
        content.resume();
        return this;
    }

    @Override
    public ReaderTimeout fetch(long amount) {
        content.fetch(amount);
        return this;
    }

    @Override
    public ReaderTimeout handler(Handler<Buffer> handler) {
        if (handler == null) {
            vertx.cancelTimer(timer);
        }
        content.handler(handler);
        return this;
    }

    @Override
    public ReaderTimeout exceptionHandler(Handler<Throwable> handler) {
        content.exceptionHandler(handler == null ? null : failure -> {
            vertx.cancelTimer(timer);
            handler.handle(failure);
        });
        return this;
    }

    @Override
    public ReaderTimeout endHandler(Handler<Void> handler) {
        content.endHandler(handler == null ? null : end -> {
            vertx.cancelTimer(timer);
            handler.handle(end);
        });
        return this;
    }
}
