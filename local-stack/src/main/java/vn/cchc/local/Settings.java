package vn.cchc.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of one run.
 *
 * @param home the data directory, which survives a restart; {@code CCHC_HOME}, else {@code .local} of the current folder
 * @param ephemeral whether the data directory is removed at the end
 * @param provider an identity provider that runs elsewhere, by the services' own {@code QUARKUS_OIDC_AUTH_SERVER_URL}; none is
 *        then started here
 * @param programs the folder above the modules; {@code CCHC_PROGRAMS}, else the one that this jar was built in
 * @param startTimeout how long a component may take to become ready; {@code CCHC_START_TIMEOUT} in seconds
 * @param restartLimit how many ends of a component within a minute stop the run; {@code CCHC_RESTART_LIMIT}
 */
record Settings(Mode mode, boolean fresh, Path home, boolean ephemeral, Optional<String> provider, Path programs, Ports ports,
        String password, Duration startTimeout, int restartLimit) {

    static Settings of(List<String> arguments, Map<String, String> environment) throws IOException {
        Mode mode = arguments.contains("infrastructure") ? Mode.INFRASTRUCTURE
                : arguments.contains("identity") ? Mode.IDENTITY : Mode.EVERYTHING;
        if (!List.of("--fresh", "infrastructure", "identity").containsAll(arguments)) {
            throw new ComponentFailure(
                    "usage: ./run [--fresh]  or  java -jar local-stack-runnable.jar infrastructure (or identity)");
        }
        boolean ephemeral = mode != Mode.EVERYTHING && !environment.containsKey("CCHC_HOME");
        Path home = ephemeral ? Files.createTempDirectory("cchc") : Path.of(environment.getOrDefault("CCHC_HOME", ".local"));
        return new Settings(mode, arguments.contains("--fresh"), home.toAbsolutePath().normalize(), ephemeral,
                Optional.ofNullable(environment.get("QUARKUS_OIDC_AUTH_SERVER_URL")), programs(environment),
                Ports.from(environment),
                environment.getOrDefault("CCHC_DATABASE_PASSWORD", "local"),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("CCHC_START_TIMEOUT", "120"))),
                Integer.parseInt(environment.getOrDefault("CCHC_RESTART_LIMIT", "3")));
    }

    /** The environment variables that are for the stack alone. */
    static Set<String> variables() {
        return Stream.concat(Stream.of(Port.values()).map(Port::variable),
                Stream.of("CCHC_HOME", "CCHC_PROGRAMS", "CCHC_DATABASE_PASSWORD", "CCHC_START_TIMEOUT", "CCHC_RESTART_LIMIT"))
                .collect(Collectors.toSet());
    }

    /** The issuer of the tokens that the services trust. */
    String issuer() {
        return provider.orElseGet(() -> "http://" + ports.at(Port.IDENTITY) + "/" + PersonaTokens.ISSUER);
    }

    /** The ports on which this run listens. */
    Set<Port> taken() {
        return mode.ports().stream().filter(port -> port != Port.IDENTITY || provider.isEmpty()).collect(Collectors.toSet());
    }

    private static Path programs(Map<String, String> environment) {
        if (environment.containsKey("CCHC_PROGRAMS")) {
            return Path.of(environment.get("CCHC_PROGRAMS")).toAbsolutePath();
        }
        return jar().resolve("../../..").normalize();
    }

    /** The jar that this program runs from. */
    static Path jar() {
        try {
            return Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
