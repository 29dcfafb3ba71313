package vn.cchc.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Prevents a start in production with settings that are meant for a developer's machine. */
@ApplicationScoped
class ProductionCheck {

    private static final List<String> PASSWORDS = List.of("quarkus.datasource.password", "quarkus.flyway.password");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?]");
    private static final Pattern LOCAL_PASSWORD = Pattern.compile("[?&]password=local(&|$)");

    private final Config config;

    ProductionCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent started) {
        List<String> found = ConfigUtils.isProfileActive("prod") ? developmentSettings() : List.of();
        if (!found.isEmpty()) {
            throw new IllegalStateException(
                    "Not started: the profile is prod, but these settings are meant for a developer's machine: "
                            + String.join("; ", found));
        }
    }

    private List<String> developmentSettings() {
        List<String> found = new ArrayList<>();
        for (String name : PASSWORDS) {
            if (text(name).filter("local"::equals).isPresent()) {
                found.add(name + " is the local stack's");
            }
        }
        text("quarkus.datasource.jdbc.url").filter(url -> LOCAL_PASSWORD.matcher(url).find())
                .ifPresent(url -> found.add("quarkus.datasource.jdbc.url has the local stack's password"));
        text("quarkus.oidc.auth-server-url").filter(ProductionCheck::isLocal)
                .ifPresent(issuer -> found.add("quarkus.oidc.auth-server-url is " + issuer));
        return found;
    }

    private static boolean isLocal(String issuer) {
        return LOOPBACK.matcher(String.valueOf(URI.create(issuer).getHost())).matches();
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class);
    }
}
