package vn.cchc.messaging.outbox;

import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import vn.cchc.messaging.outbox.Relay.RelayConfig;

final class RelayFixture {

    private RelayFixture() {
    }

    /** The defaults, overridden by system properties. */
    static RelayConfig config() {
        return new SmallRyeConfigBuilder().withMapping(RelayConfig.class).withValidateUnknown(false)
                .withConverter(Duration.class, 200, new DurationConverter()).addSystemSources().build()
                .getConfigMapping(RelayConfig.class);
    }

    static EventPublisher publisher(Rows rows) {
        return new EventPublisher(Map.of("bootstrap.servers", rows.kafka()), rows.service(), config());
    }
}
