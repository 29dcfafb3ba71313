package vn.cchc.gateway.limits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** How many connections to a service each caller may hold at a time. Further requests wait in order, for a limited time. */
public final class ConnectionLimit {

    private final int connections;
    private final Duration wait;
    private final Vertx vertx;
    private final Map<String, Holder> holders = new HashMap<>();

    public ConnectionLimit(int connections, Duration wait, Vertx vertx) {
        this.connections = connections;
        this.wait = wait;
        this.vertx = vertx;
    }

    /** Completed when the caller may open one more connection, which must be released; failed when the wait was too long. */
    public synchronized Future<Void> acquire(String caller) {
        Holder holder = holders.computeIfAbsent(caller, first -> new Holder());
        if (holder.held < connections) {
            holder.held++;
            return Future.succeededFuture();
        }
        Promise<Void> permit = ((ContextInternal) vertx.getOrCreateContext()).promise();
        holder.waiting.add(permit);
        long timer = vertx.setTimer(wait.toMillis(),
                late -> permit.tryFail(new ProblemException(CommonProblem.TOO_MANY_REQUESTS)));
        return permit.future().onComplete(decided -> vertx.cancelTimer(timer));
    }

    public void release(String caller) {
        Promise<Void> next = next(caller);
        while (next != null && !next.tryComplete()) {
            next = next(caller);
        }
    }

    /** The one that takes over the released connection, if any; it may have given up already. */
    private synchronized Promise<Void> next(String caller) {
        Holder holder = holders.get(caller);
        Promise<Void> next = holder.waiting.poll();
        if (next == null && --holder.held == 0) {
            holders.remove(caller);
        }
        return next;
    }

    private static final class Holder {

        private final Deque<Promise<Void>> waiting = new ArrayDeque<>();
        private int held;
    }
}
