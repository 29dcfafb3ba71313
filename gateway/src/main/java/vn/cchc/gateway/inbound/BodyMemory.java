package vn.cchc.gateway.inbound;

import java.util.concurrent.atomic.AtomicLong;

/** A bound on the memory that all collected bodies together take. */
final class BodyMemory {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    BodyMemory(long limit) {
        this.limit = limit;
    }

    boolean reserve(int bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void release(int bytes) {
        used.addAndGet(-bytes);
    }
}
