package vn.cchc.gateway.routing;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Whether a circuit is open, as a number for alerts. The library itself counts the calls (ft.*). */
@Singleton
class BreakerMetrics implements MeterBinder {

    private final UpstreamServices services;

    BreakerMetrics(UpstreamServices services) {
        this.services = services;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        services.all().forEach(service -> Gauge
                .builder("cchc.gateway.breaker", service.breaker(), breaker -> breaker.isOpen() ? 1 : 0)
                .tag("service", service.name()).description("1 while the circuit to the service is open").register(registry));
    }
}
