package vn.cchc.rest.input;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.configuration.MemorySize;

/** Bounds the bytes of all bodies together that the service holds at a time. */
@ApplicationScoped
public class BodyMemory {

    private static final int PART_OF_HEAP = 64;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    @Inject
    BodyMemory(BodyLimits limits) {
        this(limits.bodiesInFlight().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    public BodyMemory(long limit) {
        this.limit = limit;
    }

    public boolean reserve(int bytes) {
        if (used.addAndGet(bytes) <= limit) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}
