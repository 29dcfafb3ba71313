package vn.cchc.gateway.routing;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells operators which service is left alone. Whatever that is, the gateway is ready: it still answers for the others. */
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
