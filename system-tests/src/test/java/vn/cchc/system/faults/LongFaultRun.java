package vn.cchc.system.faults;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import vn.cchc.system.stack.RunningStack;

/** {@code ./mvnw verify -Pfaults}, with {@code -Dfaults.seed=…} and {@code -Dfaults.minutes=…}. */
class LongFaultRun {

    static final Duration GAP = Duration.ofSeconds(12);

    @Test
    void nothingIsLostOrDuplicated() throws Exception {
        Duration length = Duration.ofMinutes(Integer.getInteger("faults.minutes", 10));
        try (RunningStack stack = RunningStack.start()) {
            System.setProperty("cchc.identity.url", stack.address("identity"));

            new FaultRun(stack, FaultRun.seed(), length, GAP).verify((int) length.toMinutes() * 3);
        }
    }
}
