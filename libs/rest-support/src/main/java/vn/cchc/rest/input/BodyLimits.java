package vn.cchc.rest.input;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.NonNegativeDuration;

@StaticInitSafe
@ConfigMapping(prefix = "cchc.http")
public interface BodyLimits {

    /** The limit of the body of an operation without {@link MaxBodySize}. */
    @WithDefault("64K")
    MemorySize maxBodySize();

    /**
     * The limit of all bodies together that are being read or processed. By default the 64th part of the heap, because
     * an object of JSON may take thirty times the memory of its text.
     */
    Optional<MemorySize> bodiesInFlight();

    /** How long a body may go on after its request has been answered. */
    @WithDefault("5s")
    @WithConverter(NonNegativeDuration.class)
    Duration linger();
}
