package vn.cchc.rest.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings that are fine on a developer's machine, and refused in production. */
class ProductionRules {

    private static final List<String> PASSWORDS = List.of("quarkus.datasource.password", "quarkus.flyway.password");
    private static final List<String> ISSUERS = List.of("quarkus.oidc.auth-server-url", "quarkus.oidc.token.issuer");
    private static final Pattern LOOPBACK = Pattern
            .compile("https?://(localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?])(:.*|/.*)?");
    private static final Pattern LOCAL_PASSWORD = Pattern.compile(".*[?&]password=local(&.*|$)");
    private static final String PROTOCOL = "kafka.security.protocol";
    private static final String SURVEY_PAGE = "cchc.survey.public-url";
    private static final String WHERE = " (profile prod)";

    private ProductionRules() {
    }

    static Stream<String> problems(Settings settings, ProductionConfig exceptions) {
        List<String> found = new ArrayList<>();
        for (String name : PASSWORDS) {
            if (settings.text(name).filter("local"::equals).isPresent()) {
                found.add(name + " is the local stack's");
            }
        }
        settings.text("quarkus.datasource.jdbc.url").filter(url -> LOCAL_PASSWORD.matcher(url).matches())
                .ifPresent(url -> found.add("quarkus.datasource.jdbc.url has the local stack's password"));
        settings.text(SURVEY_PAGE).filter(url -> LOOPBACK.matcher(url).matches())
                .ifPresent(url -> found.add(SURVEY_PAGE + " is " + url + ", a loopback address"));
        ISSUERS.forEach(name -> issuer(settings, name, exceptions).ifPresent(found::add));
        if (!exceptions.allowPlainKafka() && isPlainKafka(settings)) {
            found.add(PROTOCOL + " is " + settings.text(PROTOCOL).orElse("PLAINTEXT")
                    + ", which has no TLS; cchc.production.allow-plain-kafka=true accepts it");
        }
        return found.stream().map(problem -> problem + WHERE);
    }

    private static Optional<String> issuer(Settings settings, String name, ProductionConfig exceptions) {
        Optional<String> issuer = settings.text(name);
        if (issuer.filter(url -> LOOPBACK.matcher(url).matches()).isPresent()) {
            return issuer.map(url -> name + " is " + url + ", a loopback address");
        }
        return issuer.filter(url -> url.startsWith("http:") && !exceptions.allowPlainIssuer())
                .map(url -> name + " is " + url + ", which has no TLS; cchc.production.allow-plain-issuer=true accepts it");
    }

    private static boolean isPlainKafka(Settings settings) {
        return settings.hasDatabase() && settings.serves()
                && !settings.text(PROTOCOL).filter(protocol -> protocol.endsWith("SSL")).isPresent();
    }
}
