package vn.cchc.rest.metrics;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds the labels of the request metrics: a path is replaced by its route, an unknown method by OTHER. Otherwise every
 * requested path would be a time series, and the library drops all requests beyond a hundred of them.
 */
@Singleton
class RequestMetrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Percentiles of several replicas can only be computed from histograms. */
    private static final DistributionStatisticConfig BUCKETS = DistributionStatisticConfig.builder()
            .serviceLevelObjectives(DoubleStream.of(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                    .map(seconds -> seconds * TimeUnit.SECONDS.toNanos(1)).toArray())
            .build();

    private final RequestRoutes routes;

    RequestMetrics(RequestRoutes routes) {
        this.routes = routes;
    }

    /** The registry remembers each label that it was ever given, so a path is replaced before the registry sees it. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::name);
    }

    private void name(RoutingContext ctx) {
        Optional.ofNullable(HttpRequestMetric.getRequestMetric(ctx))
                .ifPresent(metric -> metric.setTemplatePath(routes.of(ctx.request().path()).orElse("OTHER")));
        ctx.next();
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

            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests") ? BUCKETS.merge(config) : config;
            }
        };
    }

    /** A request that is refused before its routing has the path that was sent. */
    private Tag bound(Tag tag) {
        if (tag.getKey().equals("uri")) {
            return Tag.of("uri", route(tag.getValue()));
        }
        return tag.getKey().equals("method") && !METHODS.contains(tag.getValue()) ? Tag.of("method", "OTHER") : tag;
    }

    private String route(String path) {
        // Quarkus has already replaced some paths, such as by NOT_FOUND.
        return path.startsWith("/") ? routes.of(path).orElse("OTHER") : path;
    }
}
