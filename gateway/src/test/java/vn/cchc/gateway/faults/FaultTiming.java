package vn.cchc.gateway.faults;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** When a fault does the most harm. */
class FaultTiming {

    private FaultTiming() {
    }

    /** Not for long, for another fault may hold it up. */
    static void await(BooleanSupplier worst) {
        try {
            Awaitility.await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                    .atMost(10, SECONDS)
                    .until(worst::getAsBoolean);
        } catch (ConditionTimeoutException none) {
            // The fault comes all the same.
        }
    }
}
