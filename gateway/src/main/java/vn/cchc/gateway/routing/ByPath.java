package vn.cchc.gateway.routing;

import java.util.Comparator;
import java.util.Map;

/**
 * A value that differs by path.
 *
 * @param defaultValue where no prefix matches
 * @param byPrefix by prefixes of whole segments, of which the longest that matches applies
 */
record ByPath<T>(T defaultValue, Map<String, T> byPrefix) {

    ByPath {
        byPrefix = Map.copyOf(byPrefix);
    }

    T forPath(String path) {
        return byPrefix.keySet().stream().filter(prefix -> path.equals(prefix) || path.startsWith(prefix + '/'))
                .max(Comparator.comparing(String::length)).map(byPrefix::get).orElse(defaultValue);
    }
}
