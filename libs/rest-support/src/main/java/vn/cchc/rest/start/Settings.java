package vn.cchc.rest.start;

import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.microprofile.config.Config;

/** The settings of Quarkus and Kafka, as texts. */
record Settings(Config config) {

    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).filter(Predicate.not(String::isBlank));
    }

    boolean isSet(String name) {
        return text(name).isPresent();
    }

    boolean flag(String name, boolean otherwise) {
        return config.getOptionalValue(name, Boolean.class).orElse(otherwise);
    }

    boolean hasDatabase() {
        return isSet("quarkus.datasource.db-kind");
    }

    /** Whether requests are served, and not only tables migrated. */
    boolean serves() {
        return !flag("quarkus.init-and-exit", false);
    }
}
