package vn.cchc.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import vn.cchc.system.stack.ProductionService;
import vn.cchc.system.stack.RunningStack;

/** Spring Cloud Gateway with the same duties, as benchmark/spring-gateway configures it. */
final class SpringGateway {

    private SpringGateway() {
    }

    static ProductionService start(RunningStack stack, String upstream) throws IOException {
        int port = ProductionService.freePort();
        return ProductionService.likeGateway("spring-gateway", port, "/actuator/health/readiness",
                List.of("-cp", "spring-gateway/target/spring-gateway.jar:spring-gateway/target/lib/*",
                        "vn.cchc.benchmark.peer.SpringGateway"),
                Map.of("SERVER_PORT", "" + port, "SERVER_ADDRESS", "localhost", "PEER_UPSTREAM", upstream, "PEER_RATES_QUOTA",
                        GatewayRows.QUOTA, "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", stack.address("identity")));
    }
}
