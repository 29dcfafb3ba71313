package vn.cchc.rest.http;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.netty.BossEventLoopGroup;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Adds a {@link ProtocolErrorHandler} to every connection. The hook of Vert.x for malformed requests is open only to
 * the creator of the server, which is Quarkus.
 */
@Singleton
class ProtocolErrorSetup {

    /** The name that Vert.x gives to its handler of decoded messages. */
    private static final String VERTX_HANDLER = "handler";

    /** Head, body and end of a response are written one after the other, and sent together. */
    private static final int FLUSHES = FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES;

    private final EventLoopGroup acceptors;
    private final boolean escaping;

    ProtocolErrorSetup(@BossEventLoopGroup EventLoopGroup acceptors,
            @ConfigProperty(name = "cchc.request-target.escape", defaultValue = "false") boolean escaping) {
        this.acceptors = acceptors;
        this.escaping = escaping;
    }

    void install(@ObservesAsync HttpServerStart started) {
        acceptors.forEach(acceptor -> acceptor.execute(() -> install((SingleThreadEventLoop) acceptor)));
    }

    private void install(SingleThreadEventLoop acceptor) {
        acceptor.registeredChannelsIterator().forEachRemaining(channel -> {
            if (channel instanceof ServerChannel && channel.pipeline().get(OnAccept.class) == null) {
                channel.pipeline().addFirst(new OnAccept(escaping));
            }
        });
    }

    private static final class OnAccept extends ChannelInboundHandlerAdapter {

        private final boolean escaping;

        OnAccept(boolean escaping) {
            this.escaping = escaping;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object accepted) throws Exception {
            ((Channel) accepted).pipeline().addFirst(new OnFirstRead(escaping))
                    .addFirst(new FlushConsolidationHandler(FLUSHES, true));
            super.channelRead(ctx, accepted);
        }
    }

    /** Before the first read Vert.x has not added its handlers yet. */
    private static final class OnFirstRead extends ChannelInboundHandlerAdapter {

        private final boolean escaping;

        OnFirstRead(boolean escaping) {
            this.escaping = escaping;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
            if (ctx.pipeline().get(VERTX_HANDLER) != null) {
                ctx.pipeline().addBefore(VERTX_HANDLER, "protocolErrors", new ProtocolErrorHandler(escaping));
                ctx.pipeline().remove(this);
            }
            super.channelRead(ctx, bytes);
        }
    }
}
