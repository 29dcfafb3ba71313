package vn.cchc.k8s.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The alert rules, their own tests and their entries in the runbook. JourneyIT compares their metrics with the components. */
class AlertsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path MONITORING = Path.of("monitoring");
    private static final String MISSING = "There is no promtool on PATH or in PROMTOOL, so the alert rules are not tested.";

    @Test
    void everyAlertHasAnEntryInTheRunbookAndViceVersa() throws IOException {
        List<String> entries = Files.readAllLines(Path.of("../docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList();

        assertThat(alerts()).isNotEmpty().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    void everyAlertIsTested() throws IOException {
        List<String> tested = children(YAML.readTree(MONITORING.resolve("alerts-test.yaml").toFile()).path("tests"))
                .flatMap(test -> children(test.path("alert_rule_test"))).filter(test -> !test.path("exp_alerts").isEmpty())
                .map(test -> test.path("alertname").asText()).toList();

        assertThat(tested).containsAll(alerts());
    }

    @Test
    void theRulesPassTheirTests() throws Exception {
        String promtool = promtool();
        Path folder = Files.createDirectories(Path.of("target", "monitoring"));
        // Prometheus knows the rules without the operator's envelope.
        YAML.writeValue(folder.resolve("alerts.yaml").toFile(), rules());
        Files.writeString(folder.resolve("alerts-test.yaml"), Files.readString(MONITORING.resolve("alerts-test.yaml")));

        assertThat(run(folder, promtool, "check", "rules", "alerts.yaml")).contains("SUCCESS");
        assertThat(run(folder, promtool, "test", "rules", "alerts-test.yaml")).contains("SUCCESS");
    }

    @Test
    void everyPanelOfTheDashboardHasAQuery() throws IOException {
        JsonNode dashboard = new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        List<JsonNode> panels = children(dashboard.path("panels")).filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();

        assertThat(panels).isNotEmpty().allSatisfy(panel -> assertThat(panel.at("/targets/0/expr").asText())
                .as(panel.path("title").asText()).isNotBlank());
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    }

    private static List<String> alerts() throws IOException {
        return children(rules().path("groups")).flatMap(group -> children(group.path("rules")))
                .map(rule -> rule.path("alert").asText()).toList();
    }

    private static JsonNode rules() throws IOException {
        return YAML.readTree(MONITORING.resolve("alerts.yaml").toFile()).path("spec");
    }

    private static Stream<JsonNode> children(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** On a developer's machine without promtool the test is skipped; in CI it fails. */
    private static String promtool() {
        Optional<String> program = Optional.ofNullable(System.getenv("PROMTOOL")).or(() -> Arrays
                .stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable).findFirst().map(Path::toString));
        if (program.isEmpty() && System.getenv("CI") != null) {
            Assertions.fail(MISSING);
        }
        Assumptions.assumeTrue(program.isPresent(), MISSING);
        return program.get();
    }
}
