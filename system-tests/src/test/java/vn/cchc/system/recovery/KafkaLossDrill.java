package vn.cchc.system.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.system.faults.Reply;
import vn.cchc.system.faults.Workload;
import vn.cchc.system.stack.RunningStack;

/** {@code ./mvnw verify -Pdrills}: Kafka loses all of its data while the system runs. */
class KafkaLossDrill {

    private final Steps steps = new Steps("Kafka lost");

    @Test
    void theOwnersPublishTheHistoryAgain() throws Exception {
        try (RunningStack stack = RunningStack.start()) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            Workload workload = new Workload(stack);
            workload.report(1);
            workload.survey(0);
            workload.awaitApplied();
            String before = workload.scoreboards();

            steps.time("an empty Kafka in place of the lost one", () -> stack.without("kafka", () -> {
                stack.delete("kafka");
                assertThat(workload.scoreboards()).isEqualTo(before);
            }));
            assertThat(workload.scoreboards()).isEqualTo(before);

            steps.time("new reports and a survey on the scoreboard", () -> {
                workload.report(2);
                workload.survey(1);
                workload.awaitApplied();
            });
            String after = workload.scoreboards();
            assertThat(after).isNotEqualTo(before);

            Reply refused = workload.rebuild("targets");
            steps.say("rebuild of targets: " + refused.json().getString("state") + ", " + refused.json().getString("failure"));
            assertThat(refused.json().getString("state")).isEqualTo("FAILED");
            assertThat(workload.scoreboards()).isEqualTo(after);

            steps.time("the history on the topics again", () -> {
                steps.say(workload.republish() + " events are published again");
                workload.awaitApplied();
            });
            steps.time("read models rebuilt", () -> List.of("targets", "reporting", "survey")
                    .forEach(service -> assertThat(workload.rebuild(service).json().getString("state")).isEqualTo("DONE")));
            assertThat(workload.scoreboards()).isEqualTo(after);
            steps.say("scoreboard: equal");
        }
    }
}
