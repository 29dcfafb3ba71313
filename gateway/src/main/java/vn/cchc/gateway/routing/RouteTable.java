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

    private final Map<String, String> services = new TreeMap<>();

    /** @param paths the prefixes of each service, by its name */
    public RouteTable(Map<String, List<String>> paths) {
        paths.forEach((service, prefixes) -> prefixes.forEach(prefix -> add(prefix, service)));
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
