package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Bounds the labels of the request metrics: a path is replaced by its route, an unknown method by OTHER. Otherwise every
 * requested path would be a time series, and the library drops all requests beyond a hundred of them.
 */
@Singleton
class RequestMetrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final List<String> OWN_PATHS = List.of("/openapi", "/docs", "/api/v1/problems/gateway");

    private final UpstreamServices services;

    RequestMetrics(UpstreamServices services) {
        this.services = services;
    }

    @Produces
    @Singleton
    MeterFilter boundLabels() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith("http.server.") ? id.replaceTags(id.getTags().stream().map(tag -> bound(tag))
                        .toList()) : id;
            }
        };
    }

    private Tag bound(Tag tag) {
        if (tag.getKey().equals("uri")) {
            return Tag.of("uri", route(tag.getValue()));
        }
        return tag.getKey().equals("method") && !METHODS.contains(tag.getValue()) ? Tag.of("method", "OTHER") : tag;
    }

    private String route(String path) {
        // Quarkus has already replaced some paths, such as by NOT_FOUND.
        return path.startsWith("/") ? services.routes().prefixOf(path).or(() -> ownPath(path)).map(prefix -> prefix + "/*")
                .orElse("OTHER") : path;
    }

    private static Optional<String> ownPath(String path) {
        return OWN_PATHS.stream().filter(own -> path.equals(own) || path.startsWith(own + '/')).findFirst();
    }
}
