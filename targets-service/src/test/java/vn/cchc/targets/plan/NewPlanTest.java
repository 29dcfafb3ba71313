package vn.cchc.targets.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;

class NewPlanTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aConsistentPlanHasNoViolation() throws IOException {
        assertThat(violations(plan -> {
        })).isEmpty();
    }

    @Test
    void everyContradictionIsNamedWithItsPlace() throws IOException {
        List<String> violations = violations(plan -> {
            plan.put("validTo", "2025-12-31").put("yearTo", 2025);
            edit(plan, "/targets/1").put("number", 1);
            edit(plan, "/indicators/0").put("target", 3).putNull("direction");
            edit(plan, "/indicators/1").put("code", "TTHC1.1");
            edit(plan, "/indicators/1/milestones/1").put("year", 2026);
            edit(plan, "/indicators/2").put("numerator", "Số thủ tục");
        });

        assertThat(violations).containsExactly("/validTo ends-before-it-begins", "/yearTo ends-before-it-begins",
                "/targets/1/number duplicate", "/indicators/0/target unknown-target",
                "/indicators/0/direction required-for-type", "/indicators/0/milestones/0/year milestone-outside-plan",
                "/indicators/1/code duplicate", "/indicators/1/milestones/0/year milestone-outside-plan",
                "/indicators/1/milestones/1/year milestone-outside-plan", "/indicators/1/milestones/1/year duplicate",
                "/indicators/2/target unknown-target", "/indicators/2/numerator not-for-type",
                "/indicators/2/milestones/0/year milestone-outside-plan");
    }

    @Test
    void theSectionsWhoseItemsAreTasksAreInTheTextAndNumberEachTaskOnce() throws IOException {
        try (InputStream file = NewPlanTest.class.getResourceAsStream("/plan/KH-SGDDT-2022.json")) {
            ObjectNode plan = (ObjectNode) JSON.readTree(file);
            plan.putArray("taskSections").add("III").add("V");
            edit(plan, "/text/sections/2/items/5").put("number", 1);
            edit(plan, "/text/sections/3/items/5").put("number", 1);

            List<Violation> found = JSON.treeToValue(plan, NewPlan.class).check(new BodyViolations()).all();

            assertThat(found).extracting(violation -> violation.pointer() + ' ' + violation.type().code())
                    .containsExactly("/taskSections/1 unknown-section", "/text/sections/2/items/5/number duplicate");
        }
    }

    private static List<String> violations(Consumer<ObjectNode> change) throws IOException {
        try (InputStream file = NewPlanTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            ObjectNode plan = (ObjectNode) JSON.readTree(file);
            change.accept(plan);
            List<Violation> found = JSON.treeToValue(plan, NewPlan.class).check(new BodyViolations()).all();
            return found.stream().map(violation -> violation.pointer() + ' ' + violation.type().code()).toList();
        }
    }

    private static ObjectNode edit(JsonNode plan, String pointer) {
        return (ObjectNode) plan.at(pointer);
    }
}
