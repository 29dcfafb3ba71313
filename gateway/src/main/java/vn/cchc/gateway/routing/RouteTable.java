package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which service answers for a path: the one with the longest prefix of whole segments. */
public final class RouteTable {

    // What is judged here must be what the service sees once it has resolved the dots.
    private static final String SEPARATOR = "[/\\\\]|%2[fF]|%5[cC]";
    private static final Pattern CLIMBS = Pattern.compile("(" + SEPARATOR + ")(\\.|%2[eE]){1,2}(" + SEPARATOR + "|;|%3[bB]|$)");

    private static final String EVERY = "*";

    private final Map<String, String> services = new TreeMap<>();

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
     * The name of the service that answers for the path.
     *
     * @param path as it came, undecoded
     */
    public Optional<String> serviceFor(String path) {
        return find(path).filter(service -> !service.equals(EVERY));
    }

    /** Whether every service has the path, so that the caller must say whose is meant. */
    public boolean isShared(String path) {
        return find(path).filter(EVERY::equals).isPresent();
    }

    private Optional<String> find(String path) {
        if (CLIMBS.matcher(path).find()) {
            return Optional.empty();
        }
        String prefix = path;
        while (!prefix.isEmpty()) {
            if (services.containsKey(prefix)) {
                return Optional.of(services.get(prefix));
            }
            prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
        }
        return Optional.empty();
    }
}
