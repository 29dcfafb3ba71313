package vn.cchc.benchmark.peer;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import reactor.core.publisher.Mono;

/** A token bucket in memory for each person or system at each client; without a token, for each address. */
@Component
class RateLimit implements GlobalFilter, Ordered {

    private final LoadingCache<String, Bucket> buckets;

    RateLimit(@Value("${peer.rates.quota}") long quota, @Value("${peer.rates.window}") Duration window) {
        buckets = Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(window.multipliedBy(2))
                .build(caller -> Bucket.builder().addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window)).build());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal().map(RateLimit::caller).defaultIfEmpty(address(exchange)).flatMap(caller -> {
            if (buckets.get(caller).tryConsume(1)) {
                return chain.filter(exchange);
            }
            exchange.getResponse().setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
            return exchange.getResponse().setComplete();
        });
    }

    private static String caller(Object principal) {
        Jwt token = ((JwtAuthenticationToken) principal).getToken();
        return token.getClaimAsString("client_id") + ' ' + token.getSubject();
    }

    private static String address(ServerWebExchange exchange) {
        return exchange.getRequest().getRemoteAddress().getAddress().getHostAddress();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
