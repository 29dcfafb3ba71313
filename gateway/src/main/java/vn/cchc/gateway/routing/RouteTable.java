package vn.cchc.gateway.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The service of each path: that with the longest matching prefix of whole segments. */
public final class RouteTable {

    // The path that is routed must be the path that the service sees once it has resolved the dots.
    private static final String SEPARATOR = "[/\\\\]|%2[fF]|%5[cC]";
    private static final Pattern DOT_SEGMENT = Pattern
            .compile("(" + SEPARATOR + ")(\\.|%2[eE]){1,2}(" + SEPARATOR + "|;|%3[bB]|$)");

    private static final String EVERY = "*";

    private final Map<String, String> services = new HashMap<>();

    /**
     * @param paths the prefixes of each service, by its name
     * @param shared the prefixes that every service has
     */
    public RouteTable(Map<String, List<String>> paths, List<String> shared) {
        paths.forEach((service, prefixes) -> prefixes.forEach(prefix -> add(prefix, service)));
        shared.forEach(prefix -> add(prefix, EVERY));
    }

    private void add(String prefix, String service) {
        if (!prefix.startsWith("/") || prefix.endsWith("/")) {
            throw new IllegalArgumentException("A route begins with a slash and does not end with one: " + prefix);
        }
        String other = services.put(prefix, service);
        if (other != null) {
            throw new IllegalArgumentException(prefix + " leads to both " + other + " and " + service);
        }
    }

    /**
     * The name of the service of a path.
     *
     * @param path as received, not decoded
     */
    public Optional<String> serviceFor(String path) {
        return prefixOf(path).map(services::get).filter(service -> !service.equals(EVERY));
    }

    /** Whether every service has the path, so that the caller must name one. */
    public boolean isShared(String path) {
        return prefixOf(path).map(services::get).filter(EVERY::equals).isPresent();
    }

    private static boolean mayHaveDots(String path) {
        return path.indexOf('.') >= 0 || path.indexOf('%') >= 0;
    }

    /** The route that matches a path. */
    Optional<String> prefixOf(String path) {
        if (mayHaveDots(path) && DOT_SEGMENT.matcher(path).find()) {
            return Optional.empty();
        }
        String prefix = path;
        while (!prefix.isEmpty() && !services.containsKey(prefix)) {
            prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
        }
        return Optional.of(prefix).filter(found -> !found.isEmpty());
    }
}
