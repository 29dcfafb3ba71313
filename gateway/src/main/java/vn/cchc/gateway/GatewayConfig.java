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

    /** The services behind the gateway, by name. */
    Map<String, UpstreamService> services();

    /** The paths that every service has, each with everything below it; the parameter {@code service} names the service. */
    List<String> shared();

    /**
     * The operations that need no token: a method and a path, where {@code *} stands for one segment and a final {@code *} for
     * all that follows.
     */
    @WithName("public")
    List<String> publicOperations();

    /** How long to wait for a connection to a service, the wait for a free one included. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long to wait for a response once the service has the whole request. A service or a path may have its own. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** The number of connections to each service. */
    @WithDefault("128")
    int connections();

    /** How many of them one caller may hold at a time. A path may have its own. */
    @WithDefault("32")
    int connectionsPerCaller();

    /** The time that {@code Retry-After} names when a service is unavailable. */
    @WithDefault("5s")
    Duration retryAfter();

    Breaker breaker();

    /** How long to wait for the OpenAPI document of a service. */
    @WithDefault("2s")
    Duration openapiTimeout();

    /** The origins whose pages may call the API; without them, none but the gateway's own. */
    Optional<List<String>> corsOrigins();

    /** The value of the header {@code Strict-Transport-Security}, for a gateway behind TLS. */
    Optional<String> strictTransportSecurity();

    Limits limits();

    Rates rates();

    /** The circuit breakers of the services. */
    interface Breaker {

        /** The number of latest calls that are considered. */
        @WithDefault("10")
        int calls();

        /** The share of failed calls that opens the circuit. A response of the service is no failure, whatever its status. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long the circuit stays open before each health probe. */
        @WithDefault("2s")
        Duration openDuration();

        /**
         * The timeout of a health probe. A caller who disconnects after having waited longer than this for the response to a
         * whole request counts as a failure of the service.
         */
        @WithDefault("5s")
        Duration probeTimeout();
    }

    interface Limits {

        @WithDefault("8K")
        MemorySize url();

        /** The size of all headers together, names and values. */
        @WithDefault("16K")
        MemorySize headers();

        @WithDefault("100")
        int headerCount();

        /** How long a connection may be without a request, and how long the head of a request may take. */
        @WithDefault("30s")
        Duration headTimeout();

        /** How long a body may take. */
        @WithDefault("2m")
        Duration bodyTimeout();

        /**
         * Bodies up to this size are received whole before they occupy a connection to a service, larger ones up to here.
         * Without a token no body may be larger.
         */
        @WithDefault("64K")
        MemorySize collectedBody();

        /** The memory for all bodies that are being collected. */
        @WithDefault("32M")
        MemorySize collectedBodies();

        /** How long a body may go on after its request has been answered. */
        @WithDefault("5s")
        Duration linger();

        /** How long the caller may read nothing of a response while the caller's buffers are full. */
        @WithDefault("10s")
        Duration readerTimeout();
    }

    interface Rates {

        /** For each person or system at each client, as its token names them. */
        Rate client();

        /** For each address, without a valid token. */
        Rate address();

        /** The proxies whose {@code X-Forwarded-For} is believed, as addresses or CIDR blocks. */
        Optional<List<String>> trustedProxies();
    }

    /** A number of requests that may be made at once; the quota refills evenly within the window. */
    interface Rate {

        int quota();

        Duration window();
    }

    interface UpstreamService {

        URI url();

        /** The paths of the service, each with everything below it. */
        List<String> paths();

        /** Its own response timeout. */
        Optional<Duration> responseTimeout();

        /** Response timeouts by path, each with everything below it. */
        Map<String, Duration> responseTimeouts();

        /** Connections per caller by path, each with everything below it. */
        Map<String, Integer> connectionsPerCaller();
    }
}
