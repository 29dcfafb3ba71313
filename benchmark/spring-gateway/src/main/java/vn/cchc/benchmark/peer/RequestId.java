package vn.cchc.benchmark.peer;

import java.util.UUID;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * The id of a request for the service and for the caller: the caller's own, or a new one. It takes the place of a tracer, which
 * would cost more.
 */
@Component
class RequestId implements GlobalFilter, Ordered {

    private static final String HEADER = "X-Request-Id";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String own = exchange.getRequest().getHeaders().getFirst(HEADER);
        String id = own == null ? UUID.randomUUID().toString() : own;
        exchange.getResponse().getHeaders().set(HEADER, id);
        if (own != null) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(request -> request.header(HEADER, id)).build());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }
}
