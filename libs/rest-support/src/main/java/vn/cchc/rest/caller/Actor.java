package vn.cchc.rest.caller;

import java.util.Set;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * A person, another system, or the service itself.
 *
 * @param subject opaque, never a name; the service's own name for the service itself
 * @param client the program that was used; null where the token does not name it
 * @param unit code of the unit on whose behalf the actor acts; null for none
 * @param units codes of all units on whose behalf the actor can act
 */
public record Actor(String subject, String client, Set<String> roles, String unit, Set<String> units) {

    public Actor {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
    }

    public static Actor ofService(String service) {
        return new Actor(service, service, Set.of(), null, Set.of());
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The actor on behalf of one of its units; 403 for any other unit. */
    public Actor onBehalfOf(String other) {
        if (!units.contains(other)) {
            throw new ProblemException(CommonProblem.FOREIGN_UNIT, other);
        }
        return new Actor(subject, client, roles, other, units);
    }
}
