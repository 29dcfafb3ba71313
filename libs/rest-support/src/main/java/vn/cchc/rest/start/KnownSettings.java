package vn.cchc.rest.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;

/**
 * The names of all settings {@code cchc.*}, of every component: they may share an environment. The file is written by the test
 * of the configuration reference.
 */
class KnownSettings {

    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");

    private final Pattern properties;
    private final Pattern variables;

    KnownSettings() {
        List<String> names = names();
        this.properties = oneOf(names, name -> name, "(\\[\\d+])?");
        this.variables = oneOf(names, KnownSettings::variable, "(_\\d+_)?");
    }

    Stream<String> unknown(SmallRyeConfig config) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false).flatMap(this::unknown).distinct().sorted()
                .map(name -> name + " is not a setting");
    }

    private Stream<String> unknown(ConfigSource source) {
        boolean environment = source instanceof EnvConfigSource;
        // A source of variables also lists the properties that it has found them to be.
        return source.getPropertyNames().stream().map(name -> PROFILE.matcher(name).replaceFirst(""))
                .filter(name -> name.startsWith(environment ? "CCHC_" : "cchc."))
                .filter(name -> !(environment ? variables : properties).matcher(name).matches());
    }

    /** {@code *} in a name stands for a key, which may be quoted; a list may be given item by item. */
    private static Pattern oneOf(List<String> names, UnaryOperator<String> form, String index) {
        return Pattern.compile(names.stream().map(form).map(name -> Stream.of(name.split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining("(\"[^\"]+\"|[^.\"]+)"))).collect(Collectors.joining("|", "(", ")" + index)));
    }

    private static String variable(String name) {
        return name.toUpperCase().replaceAll("[^A-Z0-9*]", "_");
    }

    private static List<String> names() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownSettings.class.getResourceAsStream("settings.txt")), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
