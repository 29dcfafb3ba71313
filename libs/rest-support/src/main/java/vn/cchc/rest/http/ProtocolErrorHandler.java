package vn.cchc.rest.http;

import java.util.List;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.net.HostAndPort;

/**
 * Passes a request with a malformed head on to the routes, which respond with a problem. Vert.x would respond without a body
 * and
 * without any route.
 */
final class ProtocolErrorHandler extends ChannelInboundHandlerAdapter {

    private static final String HEAD = "head";
    private static final String HOST = "Host";

    /** A failure that Vert.x takes for a success. */
    static final class MalformedHead extends DecoderResult {

        private final List<String> parts;

        private MalformedHead(List<String> parts) {
            super(new DecoderException("Malformed: " + parts));
            this.parts = parts;
        }

        /** The names of the headers and parameters that are malformed. */
        List<String> parts() {
            return parts;
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

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        List<String> malformed = message instanceof HttpRequest head ? malformedParts(head) : List.of();
        if (malformed.isEmpty()) {
            ctx.fireChannelRead(message);
            return;
        }
        ctx.fireChannelRead(substitute((HttpRequest) message, malformed));
        ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(message);
    }

    private static List<String> malformedParts(HttpRequest head) {
        boolean isPath = head.uri().startsWith("/") || head.uri().matches("(?i)https?://.+");
        if (head.decoderResult().isFailure() || !isPath) {
            return List.of(HEAD);
        }
        return hasValidHost(head) ? RequestTarget.malformedParts(head.uri()) : List.of(HOST);
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
        String target = head.uri().startsWith("/") ? RequestTarget.escaped(head.uri()) : "/";
        var substitute = new DefaultHttpRequest(HttpVersion.HTTP_1_1, head.method(), target);
        // Without a host the router would fail before any route.
        substitute.headers().set(HttpHeaderNames.HOST, "localhost").set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        substitute.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, head.headers().getAll(HttpHeaderNames.ACCEPT_LANGUAGE));
        substitute.setDecoderResult(new MalformedHead(malformed));
        return substitute;
    }
}
