package vn.cchc.gateway.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.quarkus.netty.MainEventLoopGroup;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;

/**
 * Cuts a connection on which no request has come whole up to its body in time, be it silent or fed drop by drop. The server's
 * own timeout starts anew with every drop.
 */
@Singleton
class HeadTimeout {

    private static final AttributeKey<ConnectionPhase> TURN = AttributeKey.valueOf(HeadTimeout.class, "turn");

    private final EventLoopGroup loops;
    private final long nanos;

    HeadTimeout(@MainEventLoopGroup EventLoopGroup loops, GatewayConfig config) {
        this.loops = loops;
        this.nanos = config.limits().headTimeout().toNanos();
    }

    void watch(@Observes StartupEvent started) {
        loops.forEach(loop -> loop.scheduleWithFixedDelay(() -> cutLate((SingleThreadEventLoop) loop),
                nanos / 10, nanos / 10, TimeUnit.NANOSECONDS));
    }

    private void cutLate(SingleThreadEventLoop loop) {
        List<Channel> late = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(channel -> {
            // Those with a parent were opened by a client.
            if (channel.parent() != null && isLate(channel)) {
                late.add(channel);
            }
        });
        late.forEach(Channel::close);
    }

    private boolean isLate(Channel channel) {
        var turn = channel.attr(TURN);
        turn.setIfAbsent(ConnectionPhase.theClients());
        return turn.get().isTheClients() && System.nanoTime() - turn.get().since() > nanos;
    }

    /** From here it is ours to answer; after that, the client's to ask again. */
    void note(RoutingContext ctx) {
        var turn = ((ConnectionBase) ctx.request().connection()).channel().attr(TURN);
        ConnectionPhase ours = new ConnectionPhase(false, System.nanoTime());
        turn.set(ours);
        ctx.addEndHandler(answered -> turn.compareAndSet(ours, ConnectionPhase.theClients()));
        ctx.next();
    }

    /** Whose turn it is to speak on a connection. */
    private record ConnectionPhase(boolean isTheClients, long since) {

        static ConnectionPhase theClients() {
            return new ConnectionPhase(true, System.nanoTime());
        }
    }
}
