package vn.cchc.gateway.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
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

/** Turns away early whoever has no valid token. What a token allows is for the services to say. */
@Singleton
class TokenFilter {

    private static final String SCOREBOARD = "GET /api/v1/scoreboard";

    private final IdentityProviderManager identities;
    private final List<PublicOperation> open;

    TokenFilter(IdentityProviderManager identities, GatewayConfig config,
            @ConfigProperty(name = "cchc.scoreboard.public", defaultValue = "false") boolean publicScoreboard) {
        this.identities = identities;
        this.open = Stream.concat(config.publicOperations().stream(), publicScoreboard ? Stream.of(SCOREBOARD) : Stream.empty())
                .map(PublicOperation::parse).toList();
    }

    /** Ends with what the token says, with nothing for a public operation, with a refusal for anybody else. */
    Uni<Optional<JsonWebToken>> pass(RoutingContext ctx) {
        if (isPublic(ctx.request())) {
            return Uni.createFrom().item(Optional.empty());
        }
        // It would answer by itself, beside us.
        ctx.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(ctx, identities)
                .onFailure(AuthenticationFailedException.class)
                .transform(invalid -> new ProblemException(CommonProblem.UNAUTHORIZED))
                // The provider is away, and nobody's token can be checked yet.
                .onFailure(OIDCException.class).transform(away -> new ProblemException(CommonProblem.UNAVAILABLE))
                .map(TokenFilter::token).map(Optional::of);
    }

    private boolean isPublic(HttpServerRequest request) {
        return open.stream().anyMatch(operation -> operation.covers(request.method().name(), request.path()));
    }

    private static JsonWebToken token(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(CommonProblem.UNAUTHORIZED);
    }
}
