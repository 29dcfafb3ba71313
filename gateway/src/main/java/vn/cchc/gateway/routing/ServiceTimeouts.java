package vn.cchc.gateway.routing;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/**
 * How long a service may be silent.
 *
 * @param connecting until there is a connection, the wait for a free one included
 * @param usual where nothing else is said
 * @param below where it differs, by the prefix of whole segments that says so; the longest counts
 */
record ServiceTimeouts(Duration connecting, Duration usual, Map<String, Duration> below) {

    ServiceTimeouts {
        below = Map.copyOf(below);
    }

    Duration with(String path) {
        return below.keySet().stream().filter(prefix -> path.equals(prefix) || path.startsWith(prefix + '/'))
                .max(Comparator.comparing(String::length)).map(below::get).orElse(usual);
    }
}
