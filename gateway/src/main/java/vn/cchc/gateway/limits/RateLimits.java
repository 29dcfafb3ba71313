package vn.cchc.gateway.limits;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Limits the number of requests of each caller in a period of time. */
@Singleton
public class RateLimits {

    private final RateLimitPolicy client;
    private final RateLimitPolicy address;
    private final ClientAddress addresses;
    /** Reading a claim that no standard names costs an exception. A token that was verified a moment ago is the same object. */
    private final LoadingCache<JsonWebToken, CallerKey> clients = Caffeine.newBuilder().weakKeys()
            .build(token -> new CallerKey(clientKey(token), true));

    RateLimits(GatewayConfig config) {
        this.client = new RateLimitPolicy("client", config.rates().client());
        this.address = new RateLimitPolicy("address", config.rates().address());
        this.addresses = new ClientAddress(config.rates().trustedProxies().orElse(List.of()));
    }

    public CallerKey caller(RoutingContext ctx, Optional<JsonWebToken> token) {
        return token.map(clients::get).orElseGet(() -> new CallerKey(addresses.of(ctx.request()), false));
    }

    /**
     * Counts a request, and refuses it if the caller has none left.
     *
     * @param next runs if the request is within the limit
     */
    public void limit(RoutingContext ctx, CallerKey caller, Runnable next) {
        RateLimitPolicy policy = caller.authenticated() ? client : address;
        ConsumptionProbe left = policy.tryConsume(caller.value());
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader("RateLimit-Policy", policy.description())
                .putHeader("RateLimit", policy.state(left)));
        if (left.isConsumed()) {
            next.run();
            return;
        }
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, RateLimitPolicy.secondsUntilNext(left));
        ctx.fail(new ProblemException(CommonProblem.TOO_MANY_REQUESTS));
    }

    /** A client that many people share counts for each of them. */
    private static String clientKey(JsonWebToken token) {
        Object client = token.containsClaim("client_id") ? token.getClaim("client_id") : token.getClaim("azp");
        return client + " " + token.getSubject();
    }
}
