package vn.cchc.targets.scoreboard;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import vn.cchc.rest.caller.Role;

/** Knows whoever comes without a token as a visitor, where the operator has made the scoreboard public. */
@ApplicationScoped
class AnonymousScoreboardAccess implements SecurityIdentityAugmentor {

    private final boolean welcome;

    AnonymousScoreboardAccess(@ConfigProperty(name = "cchc.scoreboard.public", defaultValue = "false") boolean welcome) {
        this.welcome = welcome;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!welcome || !identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder(identity).addRole(Role.ANONYMOUS).build());
    }
}
