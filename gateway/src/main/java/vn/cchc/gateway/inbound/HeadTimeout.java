package vn.cchc.gateway.inbound;

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
 * Closes connections on which the head of a request does not arrive in time, whether they are silent or send a byte now and
 * then. The server's own timeout starts anew with every byte.
 */
@Singleton
class HeadTimeout {

    private static final AttributeKey<ConnectionPhase> PHASE = AttributeKey.valueOf(HeadTimeout.class, "phase");

    private final EventLoopGroup loops;
    private final long nanos;

    HeadTimeout(@MainEventLoopGroup EventLoopGroup loops, GatewayConfig config) {
        this.loops = loops;
        this.nanos = config.limits().headTimeout().toNanos();
    }

    void watch(@Observes StartupEvent started) {
        loops.forEach(loop -> loop.scheduleWithFixedDelay(() -> closeLate((SingleThreadEventLoop) loop),
                nanos / 10, nanos / 10, TimeUnit.NANOSECONDS));
    }

    private void closeLate(SingleThreadEventLoop loop) {
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
        var phase = channel.attr(PHASE);
        phase.setIfAbsent(ConnectionPhase.awaitingHead());
        return phase.get().awaitsHead() && System.nanoTime() - phase.get().since() > nanos;
    }

    /** The head has arrived; the time runs again once the request is answered. */
    void note(RoutingContext ctx) {
        var phase = ((ConnectionBase) ctx.request().connection()).channel().attr(PHASE);
        ConnectionPhase answering = new ConnectionPhase(false, System.nanoTime());
        phase.set(answering);
        ctx.addEndHandler(answered -> phase.compareAndSet(answering, ConnectionPhase.awaitingHead()));
        ctx.next();
    }

    private record ConnectionPhase(boolean awaitsHead, long since) {

        static ConnectionPhase awaitingHead() {
            return new ConnectionPhase(true, System.nanoTime());
        }
    }
}
