package vn.cchc.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The times at which components are killed. The same seed gives the same plan. */
record FaultPlan(long seed, Duration length, List<Fault> faults) {

    /** The time that a component has to come back before it is killed again. */
    static final Duration REST = Duration.ofSeconds(61);

    record Fault(Duration at, StackComponent part) {
    }

    FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * Rounds of all components in random order; between two faults lies a random time of up to twice the gap.
     */
    static FaultPlan of(long seed, Duration length, Duration gap) {
        Random chance = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        Duration at = gap;
        while (true) {
            for (StackComponent part : round(chance)) {
                Duration next = later(at, earliest(faults, part));
                if (next.compareTo(length) >= 0) {
                    return new FaultPlan(seed, length, faults);
                }
                faults.add(new Fault(next, part));
                at = next.plusMillis(pause(gap.toMillis(), chance));
            }
        }
    }

    private static long pause(long gap, Random chance) {
        return chance.nextInt(4) == 0 ? chance.nextLong(1000) : gap / 2 + chance.nextLong(gap);
    }

    private static List<StackComponent> round(Random chance) {
        List<StackComponent> parts = new ArrayList<>(Arrays.asList(StackComponent.values()));
        Collections.shuffle(parts, chance);
        return parts;
    }

    private static Duration earliest(List<Fault> faults, StackComponent part) {
        return faults.stream().filter(fault -> fault.part() == part).map(fault -> fault.at().plus(REST))
                .max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
