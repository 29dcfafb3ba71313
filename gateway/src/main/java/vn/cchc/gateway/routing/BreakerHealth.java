package vn.cchc.gateway.routing;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The state of each circuit, for operators. The gateway is ready with any of them open, because it serves the others. */
@Readiness
@Singleton
class BreakerHealth implements HealthCheck {

    private final UpstreamServices services;

    BreakerHealth(UpstreamServices services) {
        this.services = services;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("breakers").up();
        services.all().forEach(service -> response.withData(service.name(), service.breaker().state().name()));
        return response.build();
    }
}
