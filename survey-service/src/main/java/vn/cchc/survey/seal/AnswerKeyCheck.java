package vn.cchc.survey.seal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** Prevents a start without a key, or in production with the key that everybody can read in the sources. */
@ApplicationScoped
class AnswerKeyCheck {

    private final SealConfig config;
    private final SmallRyeConfig settings;
    private final boolean migratesOnly;

    AnswerKeyCheck(SealConfig config, SmallRyeConfig settings,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean migratesOnly) {
        this.config = config;
        this.settings = settings;
        this.migratesOnly = migratesOnly;
    }

    void check(@Observes StartupEvent started) {
        if (!migratesOnly) {
            problem(config, settings.getProfiles().contains("prod"))
                    .ifPresent(problem -> {
                        throw new ConfigurationException(problem);
                    });
        }
    }

    static Optional<String> problem(SealConfig config, boolean production) {
        if (config.answerKey().isEmpty()) {
            return Optional.of(AnswerKey.SETTING + " is missing");
        }
        try {
            byte[] key = AnswerKey.parse(config.answerKey().get()).getEncoded();
            return production && isOfTheSources(key) ? Optional.of(AnswerKey.SETTING + " is the local stack's (profile prod)")
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of(malformed.getMessage());
        }
    }

    private static boolean isOfTheSources(byte[] key) {
        return new String(key, StandardCharsets.US_ASCII).equals("the local stack's answer key 1.0");
    }
}
