package vn.cchc.house;

import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;

/** Who makes the request, by the claims of the token that this service itself has verified. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The opaque subject: a person, or a system. Never a name. */
    public String subject() {
        String subject = token().getSubject();
        if (subject == null || subject.isBlank()) {
            throw new Refusal(HouseProblem.FORBIDDEN);
        }
        return subject;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Code of the unit for which the caller acts; null for who acts for none. */
    public String unit() {
        return token().getClaim("unit") instanceof String unit ? unit : null;
    }

    /** Refuses whoever acts for another unit. */
    public void mustActFor(String unit) {
        if (!unit.equals(unit())) {
            throw new Refusal(HouseProblem.FOREIGN_UNIT, unit);
        }
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
