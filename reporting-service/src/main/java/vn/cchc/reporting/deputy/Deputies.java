package vn.cchc.reporting.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Principals;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
public class Deputies implements PanacheRepositoryBase<Deputy, UUID>, Principals {

    private final Clock clock;

    Deputies(Clock clock) {
        this.clock = clock;
    }

    /** Of two heads of one unit the one whose deputy was named first counts. */
    @Override
    public Map<String, String> headsByUnit(String deputy) {
        return ofToday(deputy, DeputyRole.UNIT_HEAD).stream()
                .collect(Collectors.toUnmodifiableMap(of -> of.unit, of -> of.principal, (first, other) -> first));
    }

    /** What a person is today as the deputy of reviewers. */
    List<Deputy> ofReviewers(String deputy) {
        return ofToday(deputy, DeputyRole.REVIEWER);
    }

    private List<Deputy> ofToday(String deputy, DeputyRole role) {
        return list("deputy = ?1 and role = ?2 and not removed and ?3 between validFrom and validTo order by id", deputy, role,
                LocalDate.now(clock));
    }

    /**
     * @param principal null for the deputies of all persons
     * @param deputy null for all deputies
     */
    List<Deputy> after(String principal, String deputy, Actor reader, Paging paging) {
        return find("""
                not removed and id > ?1 and (?2 is null or principal = ?2) and (?3 is null or deputy = ?3)
                  and (?4 = true or principal = ?5 or deputy = ?5) order by id""",
                paging.afterId(), principal, deputy, readsAll(reader), reader.subject()).page(0, paging.rows()).list();
    }

    /** Another deputy of the same person for the same unit or scope on one of the same days. */
    Optional<Deputy> overlapping(NewDeputy wanted, UUID except) {
        return find("""
                principal = ?1 and role = ?2 and not removed and (?3 is null or id <> ?3) and validFrom <= ?4 and validTo >= ?5
                  and (?6 is null or unit = ?6) and (?7 is null or reviewScope is null or reviewScope = ?7) order by id""",
                wanted.principal(), wanted.role(), except, wanted.validTo(), wanted.validFrom(), wanted.unit(),
                wanted.reviewScope()).firstResultOptional();
    }

    private static boolean readsAll(Actor reader) {
        return reader.is(Role.AUDITOR) || reader.is(Role.ADMIN);
    }

    /** 404 also for a deputy of whom the reader is not one of the two persons. */
    Deputy require(UUID id, Actor reader) {
        Deputy found = require(id);
        if (!readsAll(reader) && !found.concerns(reader.subject())) {
            throw ProblemException.notFound(ResourceType.DEPUTY, id);
        }
        return found;
    }

    Deputy require(UUID id) {
        return findByIdOptional(id).filter(of -> !of.removed)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.DEPUTY, id));
    }

    /** Serialises the changes of deputies. */
    void lock() {
        getEntityManager().createNativeQuery("lock table deputy in share row exclusive mode").executeUpdate();
    }
}
