package vn.cchc.system.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The moment at which a fault does the most harm. */
class FaultTiming {

    private FaultTiming() {
    }

    /** Waits for a limited time, because another fault may delay that moment. */
    static void await(BooleanSupplier worst) {
        try {
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(10))
                    .until(worst::getAsBoolean);
        } catch (ConditionTimeoutException none) {
            // The fault is injected all the same.
        }
    }
}
