package vn.cchc.system.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The configuration reference, and the list of names that a start accepts, say what the code says.
 * {@code ./mvnw test -pl system-tests -Dtest=ConfigurationReferenceTest -Dconfiguration.write} writes both.
 */
class ConfigurationReferenceTest {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/configuration.md");
    private static final Path NAMES = ROOT
            .resolve("libs/rest-support/src/main/resources/vn/cchc/rest/start/settings.txt");
    private static final Path START = ROOT.resolve("libs/rest-support/src/main/java/vn/cchc/rest/start");

    private static final Pattern GENERATED = Pattern.compile("(?s)(<!-- generated -->\n).*(<!-- end -->\n)");
    private static final Pattern QUARKUS_NAME = Pattern.compile("\"((?:quarkus|kafka)\\.[a-z.-]+)\"");
    /** How Quarkus tells a database from none; no operator sets it. */
    private static final String BUILT_IN = "quarkus.datasource.db-kind";

    private static final Map<String, String> MODULES = new LinkedHashMap<>();
    static {
        MODULES.put("libs/rest-support", "all components");
        MODULES.put("libs/messaging", "the three services");
        MODULES.put("libs/audit", "the three services");
        MODULES.put("libs/idempotency", "the three services");
        MODULES.put("libs/spreadsheet", "reporting-service and survey-service");
        List.of("gateway", "targets-service", "reporting-service", "survey-service")
                .forEach(module -> MODULES.put(module, module));
    }

    private static Map<String, List<Setting>> settings;
    private static final TreeSet<String> NAMES_IN_CODE = new TreeSet<>();

    @BeforeAll
    static void readTheCode() throws IOException {
        List<Setting> all = new ArrayList<>();
        for (var module : MODULES.entrySet()) {
            var declared = new DeclaredSettings(module.getValue(), ROOT.resolve(module.getKey()));
            all.addAll(declared.read());
            NAMES_IN_CODE.addAll(declared.properties());
        }
        all.forEach(setting -> NAMES_IN_CODE.add(setting.name()));
        settings = all.stream().collect(groupingBy(Setting::component, LinkedHashMap::new, toList()));
        if (System.getProperty("configuration.write") != null) {
            Files.writeString(NAMES, names());
            Files.writeString(PAGE, GENERATED.matcher(Files.readString(PAGE)).replaceFirst(
                    Matcher.quoteReplacement("<!-- generated -->\n" + tables() + "<!-- end -->\n")));
        }
    }

    @Test
    void thePageShowsTheSettingsOfTheCode() throws IOException {
        var found = GENERATED.matcher(Files.readString(PAGE));
        assertThat(found.find()).isTrue();

        assertThat(found.group()).isEqualTo("<!-- generated -->\n" + tables() + "<!-- end -->\n");
    }

    @Test
    void aStartKnowsTheNamesOfTheCode() throws IOException {
        assertThat(Files.readString(NAMES)).isEqualTo(names());
    }

    @Test
    void thePageNamesEverySettingThatAStartChecks() throws IOException {
        try (Stream<Path> sources = Files.list(START)) {
            List<String> checked = sources.flatMap(source -> QUARKUS_NAME.matcher(text(source)).results())
                    .map(name -> name.group(1)).filter(name -> !name.equals(BUILT_IN)).distinct().toList();

            assertThat(checked).hasSizeGreaterThan(10);
            assertThat(Files.readString(PAGE)).contains(checked.stream().map(name -> "`" + name + "`").toList());
        }
    }

    /** See SettingConverters: one is enough for Quarkus to read the constraints of all settings at each start. */
    @Test
    void noSettingHasAConstraintOfBeanValidation() throws IOException {
        for (String module : MODULES.keySet()) {
            assertThat(new DeclaredSettings(module, ROOT.resolve(module)).constrained()).isEmpty();
        }
    }

    private static String names() {
        return NAMES_IN_CODE.stream().map(name -> name + "\n").collect(joining());
    }

    private static String tables() {
        return settings.entrySet().stream().map(component -> "\n### " + title(component.getKey())
                + "\n\n| setting | type | default | meaning |\n|---|---|---|---|\n"
                + sorted(component.getValue()).map(setting -> setting.row() + "\n").collect(joining())).collect(joining());
    }

    private static Stream<Setting> sorted(List<Setting> component) {
        return component.stream().collect(toMap(Setting::name, setting -> setting, (one, other) -> one, TreeMap::new)).values()
                .stream();
    }

    private static String title(String component) {
        return Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
