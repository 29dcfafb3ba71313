package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** The addresses of all components: in {@code endpoints.properties} for programs, in the banner for people. */
record Endpoints(Settings settings) {

    Path write() throws IOException {
        String lines = settings.mode().ports().stream().map(this::line).collect(Collectors.joining());
        return Files.writeString(settings.home().resolve("endpoints.properties"), lines);
    }

    private String line(Port port) {
        String address = settings.ports().at(port);
        return port.name().toLowerCase(Locale.ROOT) + "=" + switch (port) {
            case POSTGRES, KAFKA -> address;
            case IDENTITY -> settings.issuer();
            default -> "http://" + address;
        } + "\n";
    }

    String banner() {
        return """

                Everything is ready.

                  Gateway    http://%1$s
                  Docs       http://%1$s/docs
                  Health     http://%4$s/q/health
                  A token    %2$s
                  Logs       %3$s
                  Stop       Ctrl-C
                  Afresh     ./run --fresh (forgets all data)
                """
                .formatted(settings.ports().at(Port.GATEWAY), token(), settings.home().resolve("logs"),
                        settings.ports().at(Port.GATEWAY_MANAGEMENT));
    }

    private String token() {
        if (settings.provider().isPresent()) {
            return "from " + settings.issuer();
        }
        return """
                curl -s %s/token -d grant_type=client_credentials -d client_id=vp-head -d client_secret=local -d scope=cchc
                             (vp-head may also be: %s)"""
                .formatted(settings.issuer(), personas());
    }

    private static String personas() {
        return Persona.everybody().keySet().stream().filter(name -> !name.equals("vp-head")).sorted()
                .collect(Collectors.joining(", "));
    }
}
