package vn.cchc.rest.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoop;
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
        ctx.addEndHandler(answered -> await(time, ctx));
    }

    static void discardWithin(Duration time, RoutingContext ctx) {
        ctx.addEndHandler(answered -> eventLoop(ctx).execute(() -> {
            await(time, ctx);
            ctx.request().handler(null).resume();
        }));
    }

    private static void await(Duration time, RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (request.isEnded()) {
            closeIfAnnounced(ctx);
            return;
        }
        ScheduledFuture<?> late = eventLoop(ctx).schedule(() -> request.connection().close(), time.toMillis(),
                TimeUnit.MILLISECONDS);
        request.end().onComplete(received -> {
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
