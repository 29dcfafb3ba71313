package vn.cchc.gateway.limits;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The number of requests that each caller may make in a time. */
@Singleton
public class RateLimits {

    private final RateLimitPolicy client;
    private final RateLimitPolicy address;
    private final ClientAddress addresses;

    RateLimits(GatewayConfig config) {
        this.client = new RateLimitPolicy("client", config.rates().client());
        this.address = new RateLimitPolicy("address", config.rates().address());
        this.addresses = new ClientAddress(config.rates().trustedProxies().orElse(List.of()));
    }

    public CallerKey caller(RoutingContext ctx, Optional<JsonWebToken> token) {
        return token.map(RateLimits::name).map(name -> new CallerKey(name, true))
                .orElseGet(() -> new CallerKey(addresses.of(ctx.request()), false));
    }

    /**
     * Counts a request, and refuses it if the caller has none left.
     *
     * @param granted what follows otherwise
     */
    public void charge(RoutingContext ctx, CallerKey caller, Runnable granted) {
        RateLimitPolicy policy = caller.authenticated() ? client : address;
        ConsumptionProbe left = policy.take(caller.value());
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader("RateLimit-Policy", policy.description())
                .putHeader("RateLimit", policy.state(left)));
        if (left.isConsumed()) {
            granted.run();
            return;
        }
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, RateLimitPolicy.secondsUntilNext(left));
        ctx.fail(new ProblemException(CommonProblem.TOO_MANY_REQUESTS));
    }

    /** A client that many people share counts for each of them. */
    private static String name(JsonWebToken token) {
        Object client = token.containsClaim("client_id") ? token.getClaim("client_id") : token.getClaim("azp");
        return client + " " + token.getSubject();
    }
}
