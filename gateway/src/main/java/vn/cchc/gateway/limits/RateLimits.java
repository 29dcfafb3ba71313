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

/**
 * How much each may ask: whoever has a token under its name, everybody else under the address. So strangers never use up what
 * belongs to somebody known who sits behind the same address.
 */
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

    /**
     * Takes one request off what the caller has left; refuses where nothing is.
     *
     * @param granted what follows otherwise
     */
    public void charge(RoutingContext ctx, Optional<JsonWebToken> caller, Runnable granted) {
        RateLimitPolicy policy = caller.isPresent() ? client : address;
        ConsumptionProbe left = policy.take(caller.map(RateLimits::name).orElseGet(() -> addresses.of(ctx.request())));
        ctx.addHeadersEndHandler(sending -> ctx.response().putHeader("RateLimit-Policy", policy.description())
                .putHeader("RateLimit", policy.state(left)));
        if (left.isConsumed()) {
            granted.run();
            return;
        }
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, RateLimitPolicy.secondsUntilNext(left));
        ctx.fail(new ProblemException(CommonProblem.TOO_MANY_REQUESTS));
    }

    /** Of a client that many people share, each has a share of their own. */
    private static String name(JsonWebToken token) {
        Object client = token.containsClaim("client_id") ? token.getClaim("client_id") : token.getClaim("azp");
        return client + " " + token.getSubject();
    }
}
