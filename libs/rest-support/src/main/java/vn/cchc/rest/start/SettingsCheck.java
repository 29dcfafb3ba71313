package vn.cchc.rest.start;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;

/** Prevents a start with wrong settings, before anything connects to another system. */
@ApplicationScoped
class SettingsCheck {

    private final SmallRyeConfig config;
    private final ProductionConfig production;

    SettingsCheck(SmallRyeConfig config, ProductionConfig production) {
        this.config = config;
        this.production = production;
    }

    void check(@Observes @Initialized(ApplicationScoped.class) @Priority(1) Object started) {
        List<String> problems = problems(config, production);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("; ", problems));
        }
    }

    static List<String> problems(SmallRyeConfig config, ProductionConfig exceptions) {
        Settings settings = new Settings(config);
        // Properties of the tests begin with cchc, too.
        Stream<String> unknown = LaunchMode.current() == LaunchMode.TEST ? Stream.empty() : new KnownSettings().unknown(config);
        Stream<String> production = config.getProfiles().contains("prod") ? ProductionRules.problems(settings, exceptions)
                : Stream.empty();
        return Stream.of(unknown, RequiredSettings.problems(settings), production).flatMap(each -> each).toList();
    }
}
