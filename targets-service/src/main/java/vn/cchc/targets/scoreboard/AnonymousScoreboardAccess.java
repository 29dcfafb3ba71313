package vn.cchc.targets.scoreboard;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import vn.cchc.rest.caller.Role;

/** Gives requests without a token the role ANONYMOUS if the operator has made the scoreboard public. */
@ApplicationScoped
class AnonymousScoreboardAccess implements SecurityIdentityAugmentor {

    private final boolean enabled;

    AnonymousScoreboardAccess(ScoreboardConfig config) {
        this.enabled = config.isPublic();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!enabled || !identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder(identity).addRole(Role.ANONYMOUS).build());
    }
}
