package vn.cchc.rest.start;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the profile {@code prod} accepts although it is not safe in general. */
@StaticInitSafe
@ConfigMapping(prefix = "cchc.production")
interface ProductionConfig {

    /** Whether the identity provider may be reached without TLS, as behind a mesh that encrypts. */
    @WithDefault("false")
    boolean allowPlainIssuer();

    /** Whether Kafka may be reached without TLS, as behind a mesh that encrypts. */
    @WithDefault("false")
    boolean allowPlainKafka();
}
