package vn.cchc.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

import org.hibernate.validator.constraints.time.DurationMin;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import vn.cchc.rest.start.WebAddress;

@ConfigMapping(prefix = "cchc.gateway")
public interface GatewayConfig {

    String PATH = "/\\S+";

    /** The services behind the gateway, by name. */
    Map<String, UpstreamService> services();

    /** The paths that every service has, each with everything below it; the parameter {@code service} names the service. */
    List<@Pattern(regexp = PATH) String> shared();

    /**
     * The operations that need no token: a method and a path, where {@code *} stands for one segment and a final {@code *} for
     * all that follows.
     */
    @WithName("public")
    List<@Pattern(regexp = "[A-Z]+ +" + PATH) String> publicOperations();

    /** How long to wait for a connection to a service, the wait for a free one included. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration connectTimeout();

    /**
     * How long an unused connection to a service is kept open. Shorter than the shutdown delay of a service, so that none is
     * open any more when the service closes its connections.
     */
    @WithDefault("3s")
    Duration keepAlive();

    /** How long to wait for a response once the service has the whole request. A service or a path may have its own. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration responseTimeout();

    /** The number of connections to each service, of all callers together. */
    @WithDefault("128")
    @Positive
    int connections();

    /** How many connections to a service one caller may hold at a time. A path may have its own. */
    @WithDefault("32")
    @Positive
    int connectionsPerCaller();

    /** The time that {@code Retry-After} names when a service is unavailable. */
    @WithDefault("5s")
    @DurationMin(millis = 1)
    Duration retryAfter();

    Breaker breaker();

    /** How long to wait for the OpenAPI document of a service. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration openapiTimeout();

    /** The origins whose pages may call the API; without them, none but the gateway's own. */
    Optional<List<@Pattern(regexp = "https?://[^/\\s]+") String>> corsOrigins();

    /** The value of the header {@code Strict-Transport-Security}, for a gateway behind TLS. */
    Optional<String> strictTransportSecurity();

    Limits limits();

    Rates rates();

    /** The circuit breakers of the services. */
    interface Breaker {

        /** The number of latest calls that are considered. */
        @WithDefault("10")
        @Positive
        int calls();

        /** The share of failed calls that opens the circuit. A response of the service is no failure, whatever its status. */
        @WithDefault("0.5")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        double failureRatio();

        /** How long the circuit stays open before each health probe. */
        @WithDefault("2s")
        @DurationMin(millis = 1)
        Duration openDuration();

        /**
         * The timeout of a health probe. A caller who disconnects after having waited longer than this for the response to a
         * whole request counts as a failure of the service.
         */
        @WithDefault("5s")
        @DurationMin(millis = 1)
        Duration probeTimeout();
    }

    interface Limits {

        /** The length of a URL. */
        @WithDefault("8K")
        MemorySize url();

        /** The size of all headers together, names and values. */
        @WithDefault("16K")
        MemorySize headers();

        /** The number of headers. */
        @WithDefault("100")
        @Positive
        int headerCount();

        /** How long a connection may be without a request, and how long the head of a request may take. */
        @WithDefault("30s")
        @DurationMin(millis = 1)
        Duration headTimeout();

        /** How long a body may take. */
        @WithDefault("2m")
        @DurationMin(millis = 1)
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
        @DurationMin
        Duration linger();

        /** How long the caller may read nothing of a response while the caller's buffers are full. */
        @WithDefault("10s")
        @DurationMin(millis = 1)
        Duration readerTimeout();
    }

    interface Rates {

        /** For each person or system at each client, as its token names them. */
        Rate client();

        /** For each address, without a valid token. */
        Rate address();

        /** The proxies whose {@code X-Forwarded-For} is believed, as addresses or CIDR blocks. */
        Optional<List<@Pattern(regexp = "[\\da-fA-F.:]+(/\\d{1,3})?") String>> trustedProxies();
    }

    /** A number of requests that may be made at once; the quota refills evenly within the window. */
    interface Rate {

        /** The number of requests. */
        @Positive
        int quota();

        /** The time in which the quota refills. */
        @DurationMin(millis = 1)
        Duration window();
    }

    interface UpstreamService {

        /** The address of the service. */
        @WebAddress
        URI url();

        /** The paths of the service, each with everything below it. */
        List<@Pattern(regexp = PATH) String> paths();

        /** The response timeout of this service. */
        Optional<@DurationMin(millis = 1) Duration> responseTimeout();

        /** The response timeouts by path, each with everything below it. */
        Map<String, @DurationMin(millis = 1) Duration> responseTimeouts();

        /** The connections per caller by path, each with everything below it. */
        Map<String, @Positive Integer> connectionsPerCaller();
    }
}
