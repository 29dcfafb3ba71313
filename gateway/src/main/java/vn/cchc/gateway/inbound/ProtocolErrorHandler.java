package vn.cchc.gateway.inbound;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.HostAndPort;

/**
 * Turns violations of HTTP into refusals by the filters, and normalizes request targets. Vert.x and Quarkus answer a malformed
 * head without a body and without any filter, and report a malformed body only to a reader that is already there.
 */
final class ProtocolErrorHandler extends ChannelInboundHandlerAdapter {

    /** The body that is being received on a connection. */
    static final AttributeKey<LimitedBodyStream> BODY = AttributeKey.valueOf(ProtocolErrorHandler.class, "body");

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof HttpRequest head) {
            readHead(ctx, head);
            return;
        }
        if (message instanceof HttpContent part && part.decoderResult().isFailure() && failBody(ctx)) {
            ReferenceCountUtil.release(message);
            return;
        }
        super.channelRead(ctx, message);
    }

    private static void readHead(ChannelHandlerContext ctx, HttpRequest head) {
        Throwable cause = head.decoderResult().isFailure() ? head.decoderResult().cause() : violation(head);
        if (cause == null) {
            ctx.fireChannelRead(head.setUri(RequestTarget.normalize(head.uri())));
            return;
        }
        ctx.fireChannelRead(substitute(head, cause));
        ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(head);
    }

    /** Rules of RFC 9112 that neither Netty nor Vert.x checks before the filters. */
    private static Throwable violation(HttpRequest head) {
        if (RequestTarget.isMalformed(head.uri())) {
            return new DecoderException("The request target is not a path, or has an escape that cannot be decoded");
        }
        var hosts = head.headers().getAll(HttpHeaderNames.HOST);
        boolean hasHost = hosts.size() == 1 && HostAndPort.parseAuthority(hosts.get(0), -1) != null;
        return hasHost || hosts.isEmpty() && head.protocolVersion().equals(HttpVersion.HTTP_1_0) ? null
                : new DecoderException("Exactly one valid Host is required");
    }

    /** Nothing of a malformed head but its path and its languages can be trusted; HTTP/1.0 ends the connection. */
    private static HttpRequest substitute(HttpRequest head, Throwable cause) {
        var substitute = new DefaultHttpRequest(HttpVersion.HTTP_1_0, head.method(), RequestTarget.normalize(head.uri()));
        substitute.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, head.headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE));
        substitute.setDecoderResult(new MalformedHead(cause));
        return substitute;
    }

    private static boolean failBody(ChannelHandlerContext ctx) {
        LimitedBodyStream body = ctx.channel().attr(BODY).get();
        return body != null && body.failDecoding();
    }

    /** A failure that Vert.x takes for a success, so that the request reaches the filters. */
    static final class MalformedHead extends DecoderResult {

        private final Throwable reason;

        private MalformedHead(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }

        @Override
        public boolean isSuccess() {
            return true;
        }

        @Override
        public boolean isFailure() {
            return false;
        }
    }
}
