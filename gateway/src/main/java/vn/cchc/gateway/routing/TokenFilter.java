package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.caller.TokenCache;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses requests without a valid token early. What a token allows is decided by the services. */
@Singleton
class TokenFilter {

    private static final List<String> SCOREBOARD = List.of("GET /api/v1/scoreboard", "GET /api/v1/scoreboard.svg");

    private static final String BEARER = "Bearer ";

    private final IdentityProviderManager identities;
    private final TokenCache verified;
    private final List<PublicOperation> publicOperations;

    TokenFilter(IdentityProviderManager identities, TokenCache verified, GatewayConfig config, ScoreboardConfig scoreboard) {
        this.identities = identities;
        this.verified = verified;
        this.publicOperations = Stream
                .concat(config.publicOperations().stream(), scoreboard.isPublic() ? SCOREBOARD.stream() : Stream.empty())
                .map(PublicOperation::parse).toList();
    }

    /** The token of a request, or nothing for a public operation; fails as unauthorized otherwise. */
    Uni<Optional<JsonWebToken>> authenticate(RoutingContext ctx) {
        if (isPublic(ctx.request())) {
            return Uni.createFrom().item(Optional.empty());
        }
        // Its response would come in addition to ours.
        ctx.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(ctx, identities)
                .onFailure(AuthenticationFailedException.class)
                .transform(invalid -> new ProblemException(CommonProblem.UNAUTHORIZED))
                // The identity provider is not reachable, and no token can be verified yet.
                .onFailure(OIDCException.class).transform(unreachable -> new ProblemException(CommonProblem.UNAVAILABLE))
                .map(TokenFilter::token).map(Optional::of);
    }

    /** The token of a request, if it was verified a moment ago; empty as well if another filter has to decide. */
    Optional<JsonWebToken> verifiedToken(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? verified.find(header.substring(BEARER.length()))
                : Optional.empty();
    }

    boolean isPublic(HttpServerRequest request) {
        return publicOperations.stream().anyMatch(operation -> operation.covers(request.method().name(), request.path()));
    }

    private static JsonWebToken token(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(CommonProblem.UNAUTHORIZED);
    }
}
