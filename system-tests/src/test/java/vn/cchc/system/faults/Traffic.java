package vn.cchc.system.faults;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests to the gateway and its responses. */
class Traffic {

    private final LongAdder requests = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final Map<Integer, LongAdder> undecided = new ConcurrentSkipListMap<>();
    private final Queue<String> faulty = new ConcurrentLinkedQueue<>();

    void replied(Call call, Reply reply, boolean saysWhenToTryAgain) {
        requests.increment();
        if (!reply.isDefinite()) {
            undecided.computeIfAbsent(reply.status(), any -> new LongAdder()).increment();
        }
        if (reply.status() == 500 || reply.status() == 503 && !saysWhenToTryAgain) {
            faulty.add("%s %s: %d %s".formatted(call.method(), call.path(), reply.status(), reply.body()));
        }
    }

    void decided(Call call, Reply reply) {
        if (reply.isDone() && !call.method().equals("GET")) {
            done.increment();
        }
    }

    long requests() {
        return requests.sum();
    }

    /** Each call counts once, however often it was repeated. */
    long done() {
        return done.sum();
    }

    /** Responses that left the outcome open, by status; 0 for none. */
    Map<Integer, LongAdder> undecided() {
        return undecided;
    }

    /** Responses 500, and 503 without {@code Retry-After}. */
    Queue<String> faulty() {
        return faulty;
    }
}
