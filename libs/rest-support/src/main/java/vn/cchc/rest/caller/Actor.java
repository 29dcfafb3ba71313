package vn.cchc.rest.caller;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * A person, another system, or the service itself.
 *
 * @param subject opaque, never a name; the service's own name for the service itself
 * @param client the program that was used; null where the token does not name it
 * @param unit code of the unit on whose behalf the actor acts; null for none
 * @param units codes of all units on whose behalf the actor can act
 * @param heads subjects of the unit heads whose deputy the actor is, by their units, which are among all units
 * @param principal subject of the person as whose deputy the actor acts; null for the actor's own right
 */
public record Actor(String subject, String client, Set<String> roles, String unit, Set<String> units,
        Map<String, String> heads, String principal) {

    public Actor {
        roles = Set.copyOf(roles);
        units = Set.copyOf(units);
        heads = Map.copyOf(heads);
    }

    /** An actor who is nobody's deputy. */
    public Actor(String subject, String client, Set<String> roles, String unit, Set<String> units) {
        this(subject, client, roles, unit, units, Map.of(), null);
    }

    public static Actor ofService(String service) {
        return new Actor(service, service, Set.of(), null, Set.of());
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The actor as the deputy of another person. */
    public Actor asDeputyOf(String other) {
        return new Actor(subject, client, roles, unit, units, heads, other);
    }

    /** The units on whose behalf the actor acts in its own right. */
    public Set<String> ownUnits() {
        return units.stream().filter(own -> !heads.containsKey(own)).collect(Collectors.toUnmodifiableSet());
    }

    /** The actor on behalf of one of its units; 403 for any other unit. */
    public Actor onBehalfOf(String other) {
        if (!units.contains(other)) {
            throw new ProblemException(CommonProblem.FOREIGN_UNIT, other);
        }
        return new Actor(subject, client, roles, other, units, heads, headOf(other));
    }

    /** The head as whose deputy the actor acts for a unit; null for the actor's own right. */
    public String headOf(String unit) {
        return unit == null ? null : heads.get(unit);
    }
}
