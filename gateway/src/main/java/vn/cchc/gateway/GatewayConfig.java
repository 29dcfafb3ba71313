package vn.cchc.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

@ConfigMapping(prefix = "cchc.gateway")
public interface GatewayConfig {

    /** What stands behind the gateway, by name. */
    Map<String, Service> services();

    /** The paths that every service has, each with everything below it; the parameter {@code service} says whose is meant. */
    List<String> shared();

    /** What needs no token: a method and a path, where {@code *} is one segment and a last {@code *} is all that follows. */
    @WithName("public")
    List<String> publicOperations();

    /** How long to wait for a connection, the wait for a free one included. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent once it has the whole request. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** How many connections to each service at most. */
    @WithDefault("128")
    int connections();

    /** When to try again, as told to the caller of a service that is away. */
    @WithDefault("5s")
    Duration retryAfter();

    /** How long a service may take to give its OpenAPI document. */
    @WithDefault("2s")
    Duration openapiTimeout();

    interface Service {

        URI url();

        /** The paths that it serves, each with everything below it. */
        List<String> paths();
    }
}
