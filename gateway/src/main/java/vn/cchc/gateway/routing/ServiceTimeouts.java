package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the gateway waits for a service.
 *
 * @param connecting until there is a connection, the wait for a free one included
 * @param responding until there is a response
 */
record ServiceTimeouts(Duration connecting, ByPath<Duration> responding) {

    ServiceTimeouts(Duration connecting, Duration defaultTimeout, Map<String, Duration> byPrefix) {
        this(connecting, new ByPath<>(defaultTimeout, byPrefix));
    }

    Duration forPath(String path) {
        return responding.forPath(path);
    }

    Duration longest() {
        return Stream.concat(Stream.of(responding.defaultValue()), responding.byPrefix().values().stream())
                .max(Comparator.naturalOrder()).orElseThrow();
    }
}
