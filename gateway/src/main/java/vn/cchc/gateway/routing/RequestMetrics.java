package vn.cchc.gateway.routing;

import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Bounds the labels of the request metrics: a path is replaced by its route, an unknown method by OTHER. Otherwise each path
 * that anybody asks for would be a time series, and beyond a hundred of them the library drops all.
 */
@Singleton
class RequestMetrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

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
        return services.routes().prefixOf(path).map(prefix -> prefix + "/*").orElse("OTHER");
    }
}
