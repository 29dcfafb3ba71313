package vn.cchc.rest.caller;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonString;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The caller of the request, by the claims of the token, which this service itself has verified. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final Instance<Principals> principals;
    private Actor actor;

    Caller(SecurityIdentity identity, @Any Instance<Principals> principals) {
        this.identity = identity;
        this.principals = principals;
    }

    /** The opaque identifier of a person or a system. Never a name. */
    public String subject() {
        String subject = token().getSubject();
        if (subject == null || subject.isBlank()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return subject;
    }

    /** The client program, by its identifier at the identity provider; null if the token has none. */
    public String client() {
        return token().getClaim("client_id") instanceof String client ? client : token().getClaim("azp");
    }

    /** The caller as a value, for use cases; 403 for a token without a subject. */
    public Actor actor() {
        if (actor == null) {
            Set<String> own = units();
            Map<String, String> heads = new HashMap<>(heads());
            heads.keySet().removeAll(own);
            Set<String> all = Stream.concat(own.stream(), heads.keySet().stream()).collect(Collectors.toSet());
            actor = new Actor(subject(), client(), identity.getRoles(), ownUnit(), all, heads, null);
        }
        return actor;
    }

    private Map<String, String> heads() {
        return identity.hasRole(Role.UNIT_HEAD) && principals.isResolvable() ? principals.get().headsByUnit(subject())
                : Map.of();
    }

    private String ownUnit() {
        return token().getClaim("unit") instanceof String unit ? unit : null;
    }

    /** The own unit, and for another system the units that it is registered for. */
    private Set<String> units() {
        Stream<String> registered = identity.hasRole(Role.INTEGRATOR) ? texts(token().getClaim("units")) : Stream.empty();
        return Stream.concat(Stream.ofNullable(ownUnit()), registered).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(Object claim) {
        if (!(claim instanceof Collection<?> values)) {
            return Stream.empty();
        }
        return values.stream().map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value));
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
