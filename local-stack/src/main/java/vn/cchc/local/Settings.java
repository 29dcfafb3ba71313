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

/**
 * What one run is told.
 *
 * @param home keeps the state; {@code CCHC_HOME}, else {@code .local} of the current folder
 * @param passing the home is removed at the end
 * @param provider an identity provider that runs elsewhere, by the services' own {@code QUARKUS_OIDC_AUTH_SERVER_URL}; none is
 *        then started here
 * @param programs the folder above the modules; {@code CCHC_PROGRAMS}, else the one that this jar was built in
 * @param patience how long a part may take to be ready; {@code CCHC_PATIENCE} in seconds
 */
record Settings(Mode mode, boolean fresh, Path home, boolean passing, Optional<String> provider, Path programs, Ports ports,
        String password, Duration patience) {

    static Settings of(List<String> arguments, Map<String, String> environment) throws IOException {
        Mode mode = arguments.contains("infrastructure") ? Mode.INFRASTRUCTURE : Mode.EVERYTHING;
        if (!List.of("--fresh", "infrastructure").containsAll(arguments)) {
            throw new ComponentFailure("usage: ./run [--fresh]  or  java -jar local-stack-runnable.jar infrastructure");
        }
        boolean passing = mode == Mode.INFRASTRUCTURE && !environment.containsKey("CCHC_HOME");
        Path home = passing ? Files.createTempDirectory("cchc") : Path.of(environment.getOrDefault("CCHC_HOME", ".local"));
        return new Settings(mode, arguments.contains("--fresh"), home.toAbsolutePath().normalize(), passing,
                Optional.ofNullable(environment.get("QUARKUS_OIDC_AUTH_SERVER_URL")), programs(environment),
                Ports.from(environment),
                environment.getOrDefault("CCHC_DATABASE_PASSWORD", "local"),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("CCHC_PATIENCE", "120"))));
    }

    /** Who issues the tokens that the services trust. */
    String issuer() {
        return provider.orElseGet(() -> "http://" + ports.at(Port.IDENTITY) + "/" + PersonaTokens.ISSUER);
    }

    /** What this run listens on. */
    Set<Port> taken() {
        return mode.ports().stream().filter(port -> port != Port.IDENTITY || provider.isEmpty()).collect(Collectors.toSet());
    }

    private static Path programs(Map<String, String> environment) {
        if (environment.containsKey("CCHC_PROGRAMS")) {
            return Path.of(environment.get("CCHC_PROGRAMS")).toAbsolutePath();
        }
        try {
            Path jar = Path.of(Settings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return jar.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
