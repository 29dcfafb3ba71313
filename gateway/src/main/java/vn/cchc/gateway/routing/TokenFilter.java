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
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Refuses requests without a valid token early. What a token allows is decided by the services. */
@Singleton
class TokenFilter {

    private static final List<String> SCOREBOARD = List.of("GET /api/v1/scoreboard", "GET /api/v1/scoreboard.svg");

    private final IdentityProviderManager identities;
    private final List<PublicOperation> publicOperations;

    TokenFilter(IdentityProviderManager identities, GatewayConfig config, ScoreboardConfig scoreboard) {
        this.identities = identities;
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

    private boolean isPublic(HttpServerRequest request) {
        return publicOperations.stream().anyMatch(operation -> operation.covers(request.method().name(), request.path()));
    }

    private static JsonWebToken token(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(CommonProblem.UNAUTHORIZED);
    }
}
