package vn.cchc.rest.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * The rest of a body whose request is answered already. It is received for a limited time before the connection is closed
 * (RFC 9112, 9.6): many clients read the answer only when they have sent everything, and lose it if the connection breaks
 * before.
 */
public final class UnreadBody {

    private UnreadBody() {
    }

    /** The rest is received by the handler that began to read the body. */
    public static void awaitWithin(Duration time, RoutingContext ctx) {
        Future<Void> received = received(ctx.request());
        ctx.addEndHandler(answered -> await(received, time, ctx));
    }

    static void discardWithin(Duration time, RoutingContext ctx) {
        Future<Void> received = received(ctx.request());
        ctx.addEndHandler(answered -> eventLoop(ctx).execute(() -> {
            await(received, time, ctx);
            ctx.request().handler(null).resume();
        }));
    }

    /** Asked for before the body is read: later, a request that was read and then paused does not look as if it had ended. */
    private static Future<Void> received(HttpServerRequest request) {
        return request.isEnded() ? Future.succeededFuture() : request.end();
    }

    private static void await(Future<Void> received, Duration time, RoutingContext ctx) {
        if (received.isComplete()) {
            closeIfAnnounced(ctx);
            return;
        }
        ScheduledFuture<?> late = eventLoop(ctx).schedule(() -> ctx.request().connection().close(), time.toMillis(),
                TimeUnit.MILLISECONDS);
        received.onComplete(whole -> {
            late.cancel(false);
            closeIfAnnounced(ctx);
        });
    }

    private static void closeIfAnnounced(RoutingContext ctx) {
        if (ctx.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            ctx.request().connection().close();
        }
    }

    private static EventLoop eventLoop(RoutingContext ctx) {
        return ((ConnectionBase) ctx.request().connection()).channel().eventLoop();
    }
}
