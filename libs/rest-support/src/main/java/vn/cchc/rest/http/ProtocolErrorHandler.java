package vn.cchc.rest.http;

import java.util.List;
import java.util.function.BooleanSupplier;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Passes a request with a malformed head on to the routes, which respond with a problem. Vert.x would respond without a
 * body and without any route, and reports a malformed body only to a reader that is already there.
 */
public final class ProtocolErrorHandler extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<BooleanSupplier> MALFORMED_BODY = AttributeKey.valueOf(ProtocolErrorHandler.class,
            "malformedBody");
    private static final String HEAD = "head";
    private static final String HOST = "Host";

    private final boolean escaping;

    /** @param escaping whether raw characters that a URI may not contain are escaped, and not refused */
    ProtocolErrorHandler(boolean escaping) {
        this.escaping = escaping;
    }

    /** @param handler returns whether it refuses the body that is being received; otherwise the connection is closed */
    public static void onMalformedBody(HttpConnection connection, BooleanSupplier handler) {
        ((ConnectionBase) connection).channel().attr(MALFORMED_BODY).set(handler);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest head) {
            readHead(ctx, head);
        } else if (message instanceof HttpContent part && part.decoderResult().isFailure() && isRefused(ctx)) {
            ReferenceCountUtil.release(message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private static boolean isRefused(ChannelHandlerContext ctx) {
        BooleanSupplier handler = ctx.channel().attr(MALFORMED_BODY).get();
        return handler != null && handler.getAsBoolean();
    }

    private void readHead(ChannelHandlerContext ctx, HttpRequest head) {
        List<String> malformed = malformedParts(head);
        if (malformed.isEmpty()) {
            ctx.fireChannelRead(head.setUri(target(head)));
            return;
        }
        ctx.fireChannelRead(substitute(head, malformed));
        ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(head);
    }

    private List<String> malformedParts(HttpRequest head) {
        if (head.decoderResult().isFailure() || !RequestTarget.isPath(head.uri())) {
            return List.of(HEAD);
        }
        return hasValidHost(head) ? RequestTarget.malformedParts(target(head)) : List.of(HOST);
    }

    private String target(HttpRequest head) {
        String target = RequestTarget.originForm(head.uri());
        return escaping ? RequestTarget.escaped(target) : target;
    }

    private static boolean hasValidHost(HttpRequest head) {
        List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.isEmpty()) {
            return head.protocolVersion().equals(HttpVersion.HTTP_1_0);
        }
        return hosts.size() == 1 && !hosts.get(0).isBlank() && HostAndPort.parseAuthority(hosts.get(0), -1) != null;
    }

    /** Only the target and the languages are taken from a malformed head. The connection ends with the response. */
    private static HttpRequest substitute(HttpRequest head, List<String> malformed) {
        String target = RequestTarget.isPath(head.uri()) ? RequestTarget.originForm(head.uri()) : "/";
        var substitute = new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), RequestTarget.repaired(target));
        // Without a host the router would fail before any route.
        substitute.headers().set(HttpHeaderNames.HOST, "localhost").set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        substitute.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, head.headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE));
        Throwable cause = head.decoderResult().cause();
        substitute.setDecoderResult(
                new MalformedHead(malformed, cause == null ? new DecoderException("Malformed: " + malformed) : cause));
        return substitute;
    }
}
