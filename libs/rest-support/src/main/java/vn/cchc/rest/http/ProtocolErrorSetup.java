package vn.cchc.rest.http;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.netty.BossEventLoopGroup;
import io.quarkus.vertx.http.HttpServerStart;

/**
 * Adds a {@link ProtocolErrorHandler} to every connection. The hook of Vert.x for malformed requests is open only to the
 * creator
 * of the server, which is Quarkus.
 */
@Singleton
class ProtocolErrorSetup {

    /** The name that Vert.x gives to its handler of decoded messages. */
    private static final String VERTX_HANDLER = "handler";

    private final EventLoopGroup acceptors;

    ProtocolErrorSetup(@BossEventLoopGroup EventLoopGroup acceptors) {
        this.acceptors = acceptors;
    }

    void install(@ObservesAsync HttpServerStart started) {
        acceptors.forEach(acceptor -> acceptor.execute(() -> install((SingleThreadEventLoop) acceptor)));
    }

    private static void install(SingleThreadEventLoop acceptor) {
        acceptor.registeredChannelsIterator().forEachRemaining(channel -> {
            if (channel instanceof ServerChannel && channel.pipeline().get(OnAccept.class) == null) {
                channel.pipeline().addFirst(new OnAccept());
            }
        });
    }

    private static final class OnAccept extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object accepted) throws Exception {
            ((Channel) accepted).pipeline().addFirst(new OnFirstRead());
            super.channelRead(ctx, accepted);
        }
    }

    /** Before the first read Vert.x has not added its handlers yet. */
    private static final class OnFirstRead extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
            if (ctx.pipeline().get(VERTX_HANDLER) != null) {
                ctx.pipeline().addBefore(VERTX_HANDLER, "protocolErrors", new ProtocolErrorHandler());
                ctx.pipeline().remove(this);
            }
            super.channelRead(ctx, bytes);
        }
    }
}
