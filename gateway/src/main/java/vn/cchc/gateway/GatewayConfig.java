package vn.cchc.gateway;

import static vn.cchc.rest.start.SettingConverters.require;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.config.spi.Converter;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import vn.cchc.rest.start.SettingConverters.NonNegativeDuration;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;
import vn.cchc.rest.start.SettingConverters.WebAddress;

// MicroProfile makes every converter serializable.
@SuppressWarnings("serial")
@ConfigMapping(prefix = "cchc.gateway")
public interface GatewayConfig {

    /** The services behind the gateway, by name. */
    Map<String, UpstreamService> services();

    /** The paths that every service has, each with everything below it; the parameter {@code service} names the service. */
    List<@WithConverter(PathConverter.class) String> shared();

    /**
     * The operations that need no token: a method and a path, where {@code *} stands for one segment and a final {@code *} for
     * all that follows.
     */
    @WithName("public")
    List<@WithConverter(OperationConverter.class) String> publicOperations();

    /** How long to wait for a connection to a service, the wait for a free one included. */
    @WithDefault("2s")
    @WithConverter(PositiveDuration.class)
    Duration connectTimeout();

    /**
     * How long an unused connection to a service is kept open. Shorter than the shutdown delay of a service, so that none is
     * open any more when the service closes its connections.
     */
    @WithDefault("3s")
    Duration keepAlive();

    /** How long to wait for a response once the service has the whole request. A service or a path may have its own. */
    @WithDefault("30s")
    @WithConverter(PositiveDuration.class)
    Duration responseTimeout();

    /** The number of connections to each service, of all callers together. */
    @WithDefault("128")
    @WithConverter(PositiveInteger.class)
    int connections();

    /** How many connections to a service one caller may hold at a time. A path may have its own. */
    @WithDefault("32")
    @WithConverter(PositiveInteger.class)
    int connectionsPerCaller();

    /** The time that {@code Retry-After} names when a service is unavailable. */
    @WithDefault("5s")
    @WithConverter(PositiveDuration.class)
    Duration retryAfter();

    Breaker breaker();

    /** How long to wait for the OpenAPI document of a service. */
    @WithDefault("2s")
    @WithConverter(PositiveDuration.class)
    Duration openapiTimeout();

    /** The origins whose pages may call the API; without them, none but the gateway's own. */
    Optional<List<@WithConverter(OriginConverter.class) String>> corsOrigins();

    /** The value of the header {@code Strict-Transport-Security}, for a gateway behind TLS. */
    Optional<String> strictTransportSecurity();

    Limits limits();

    Rates rates();

    /** The circuit breakers of the services. */
    interface Breaker {

        /** The number of latest calls that are considered. */
        @WithDefault("10")
        @WithConverter(PositiveInteger.class)
        int calls();

        /** The share of failed calls that opens the circuit. A response of the service is no failure, whatever its status. */
        @WithDefault("0.5")
        @WithConverter(ShareConverter.class)
        double failureRatio();

        /** How long the circuit stays open before each health probe. */
        @WithDefault("2s")
        @WithConverter(PositiveDuration.class)
        Duration openDuration();

        /**
         * The timeout of a health probe. A caller who disconnects after having waited longer than this for the response to a
         * whole request counts as a failure of the service.
         */
        @WithDefault("5s")
        @WithConverter(PositiveDuration.class)
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
        @WithConverter(PositiveInteger.class)
        int headerCount();

        /** How long a connection may be without a request, and how long the head of a request may take. */
        @WithDefault("30s")
        @WithConverter(PositiveDuration.class)
        Duration headTimeout();

        /** How long a body may take. */
        @WithDefault("2m")
        @WithConverter(PositiveDuration.class)
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
        @WithConverter(NonNegativeDuration.class)
        Duration linger();

        /** How long the caller may read nothing of a response while the caller's buffers are full. */
        @WithDefault("10s")
        @WithConverter(PositiveDuration.class)
        Duration readerTimeout();
    }

    interface Rates {

        /** For each person or system at each client, as its token names them. */
        Rate client();

        /** For each address, without a valid token. */
        Rate address();

        /** The proxies whose {@code X-Forwarded-For} is believed, as addresses or CIDR blocks. */
        Optional<List<@WithConverter(ProxyConverter.class) String>> trustedProxies();
    }

    /** A number of requests that may be made at once; the quota refills evenly within the window. */
    interface Rate {

        /** The number of requests. */
        @WithConverter(PositiveInteger.class)
        int quota();

        /** The time in which the quota refills. */
        @WithConverter(PositiveDuration.class)
        Duration window();
    }

    interface UpstreamService {

        /** The address of the service. */
        @WithConverter(WebAddress.class)
        URI url();

        /** The paths of the service, each with everything below it. */
        List<@WithConverter(PathConverter.class) String> paths();

        /** The response timeout of this service. */
        Optional<@WithConverter(PositiveDuration.class) Duration> responseTimeout();

        /** The response timeouts by path, each with everything below it. */
        Map<String, @WithConverter(PositiveDuration.class) Duration> responseTimeouts();

        /** The connections per caller by path, each with everything below it. */
        Map<String, @WithConverter(PositiveInteger.class) Integer> connectionsPerCaller();
    }

    class PathConverter implements Converter<String> {

        @Override
        public String convert(String text) {
            return require(text, value -> value.matches("/\\S+"), "must be a path such as /api/v1/plans");
        }
    }

    class OperationConverter implements Converter<String> {

        @Override
        public String convert(String text) {
            return require(text, value -> value.matches("[A-Z]+ +/\\S+"),
                    "must be a method and a path such as GET /api/v1/plans");
        }
    }

    class OriginConverter implements Converter<String> {

        @Override
        public String convert(String text) {
            return require(text, value -> value.matches("https?://[^/\\s]+"),
                    "must be an origin such as https://portal.example");
        }
    }

    class ProxyConverter implements Converter<String> {

        @Override
        public String convert(String text) {
            return require(text, value -> value.matches("[\\da-fA-F.:]+(/\\d{1,3})?"),
                    "must be an address or a CIDR block such as 10.0.0.0/8");
        }
    }

    class ShareConverter implements Converter<Double> {

        @Override
        public Double convert(String text) {
            return require(Double.valueOf(text.strip()), value -> value > 0 && value <= 1, "must be above 0 and at most 1");
        }
    }
}
