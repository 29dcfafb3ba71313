package vn.cchc.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;

/** Stubs of the three services. */
public class StubServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, StubService> services = new TreeMap<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(Map.of("cchc.gateway.response-timeout", "1s",
                "cchc.gateway.breaker.open-duration", "1s", "cchc.gateway.breaker.probe-timeout", "1s",
                "cchc.gateway.limits.reader-timeout", "2s", "cchc.gateway.limits.collected-bodies", "8M",
                "cchc.gateway.services.reporting.response-timeouts.\"/api/v1/exports/held\"", "1M",
                "cchc.gateway.services.survey.response-timeouts.\"/api/v1/campaigns/held\"", "1M"));
        for (String name : new String[] { "reporting", "survey", "targets" }) {
            StubService service = new StubService(vertx, name);
            service.start();
            services.put(name, service);
            config.put("cchc.gateway.services." + name + ".url", service.url());
        }
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StubServices.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    StubService service(String name) {
        return services.get(name);
    }
}
