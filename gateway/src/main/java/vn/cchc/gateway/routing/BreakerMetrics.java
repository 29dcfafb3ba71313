package vn.cchc.gateway.routing;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.smallrye.faulttolerance.api.CircuitBreakerState;

/** Whether a service is left alone, as a number that an alert can be set on. The library itself counts the calls (ft.*). */
@Singleton
class BreakerMetrics implements MeterBinder {

    private final UpstreamServices services;

    BreakerMetrics(UpstreamServices services) {
        this.services = services;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        services.all().forEach(service -> Gauge.builder("cchc.gateway.breaker", service.breaker(), BreakerMetrics::isOpen)
                .tag("service", service.name()).description("1 while callers of the service are refused at once")
                .register(registry));
    }

    private static double isOpen(Breaker breaker) {
        return breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1;
    }
}
