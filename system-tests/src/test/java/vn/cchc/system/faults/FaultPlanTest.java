package vn.cchc.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import vn.cchc.system.faults.FaultPlan.Fault;

class FaultPlanTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(7);

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertThat(FaultPlan.of(42, MINUTE, SHORT)).isEqualTo(FaultPlan.of(42, MINUTE, SHORT));
        assertThat(FaultPlan.of(42, MINUTE, SHORT).faults()).isNotEqualTo(FaultPlan.of(43, MINUTE, SHORT).faults());
    }

    @Test
    void everyComponentIsKilledWithinAShortRunForAnySeed() {
        assertThat(LongStream.range(0, 1000).mapToObj(seed -> FaultPlan.of(seed, MINUTE, SHORT)))
                .allSatisfy(plan -> assertThat(plan.faults().stream().map(Fault::part).collect(Collectors.toSet()))
                        .isEqualTo(EnumSet.allOf(StackComponent.class)));
    }

    @Test
    void aComponentHasTimeToComeBackBeforeItIsKilledAgain() {
        assertThat(LongStream.range(0, 100).mapToObj(seed -> FaultPlan.of(seed, MINUTE.multipliedBy(10), SHORT)))
                .allSatisfy(plan -> {
                    for (StackComponent part : StackComponent.values()) {
                        var times = plan.faults().stream().filter(fault -> fault.part() == part).map(Fault::at).toList();
                        for (int next = 1; next < times.size(); next++) {
                            assertThat(times.get(next).minus(times.get(next - 1))).isGreaterThanOrEqualTo(FaultPlan.REST);
                        }
                    }
                });
    }

    @Test
    void tenMinutesHaveAtLeastThirtyFaults() {
        assertThat(LongStream.range(0, 1000).mapToObj(seed -> FaultPlan.of(seed, MINUTE.multipliedBy(10), LongFaultRun.GAP)))
                .allSatisfy(plan -> assertThat(plan.faults()).hasSizeGreaterThanOrEqualTo(30));
    }
}
