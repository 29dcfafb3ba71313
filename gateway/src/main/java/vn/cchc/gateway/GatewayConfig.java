package vn.cchc.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "cchc.gateway")
public interface GatewayConfig {

    /** What stands behind the gateway, by name. */
    Map<String, UpstreamService> services();

    /** The paths that every service has, each with everything below it; the parameter {@code service} says whose is meant. */
    List<String> shared();

    /** What needs no token: a method and a path, where {@code *} is one segment and a last {@code *} is all that follows. */
    @WithName("public")
    List<String> publicOperations();

    /** How long to wait for a connection, the wait for a free one included. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent once it has the whole request, unless more is said of it or of the path. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** How many connections to each service at most. */
    @WithDefault("128")
    int connections();

    /** When to try again, as told to the caller of a service that is away. */
    @WithDefault("5s")
    Duration retryAfter();

    Breaker breaker();

    /** How long a service may take to give its OpenAPI document. */
    @WithDefault("2s")
    Duration openapiTimeout();

    /** The origins whose pages may call the API; without them none but the gateway's own. */
    Optional<List<String>> corsOrigins();

    /** The value of the header of this name, for where the outside sees the gateway behind TLS. */
    Optional<String> strictTransportSecurity();

    Limits limits();

    Rates rates();

    /** When a service that does not answer is left alone, so that its callers hear of it at once. */
    interface Breaker {

        /** How many of the latest calls are looked at. */
        @WithDefault("10")
        int calls();

        /** The share of them that must have failed. What a service itself answers is no failure, whatever it is. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long a service is left alone before the gateway asks whether it is back, each time. */
        @WithDefault("2s")
        Duration rest();

        /**
         * How long the service may take to answer that. A caller who leaves after he has waited longer than this for the answer
         * to a whole request counts as a failure of the service.
         */
        @WithDefault("5s")
        Duration trial();
    }

    interface Limits {

        @WithDefault("8K")
        MemorySize url();

        /** All headers together, names and values. */
        @WithDefault("16K")
        MemorySize headers();

        @WithDefault("100")
        int headerCount();

        /** How long a connection may go without a request, and the first lines of a request may take. */
        @WithDefault("30s")
        Duration headTimeout();

        /** How long a body may take. */
        @WithDefault("2m")
        Duration bodyTimeout();

        /** How long a body may go on that nobody waits for, because its request is answered. */
        @WithDefault("5s")
        Duration linger();
    }

    interface Rates {

        /** For each person or system at each client, as its token names them. */
        Rate client();

        /** For each address, where there is no valid token. */
        Rate address();

        /** The proxies, as addresses or CIDR blocks, whose X-Forwarded-For is believed. */
        Optional<List<String>> trustedProxies();
    }

    /** So many requests at once; what was used comes back evenly, all of it in a window. */
    interface Rate {

        int quota();

        Duration window();
    }

    interface UpstreamService {

        URI url();

        /** The paths that it serves, each with everything below it. */
        List<String> paths();

        /** How long it may be silent, if not as long as any. */
        Optional<Duration> responseTimeout();

        /** How long it may be silent below a path, for those where it differs. */
        Map<String, Duration> responseTimeouts();
    }
}
