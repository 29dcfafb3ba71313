package vn.cchc.reporting.unit;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

/** Two units never have the same code of a system on the same day. Each rule names every fault. */
@ApplicationScoped
class IdentifierRules {

    private final EntityManager database;

    IdentifierRules(EntityManager database) {
        this.database = database;
    }

    /** @param unit code of the unit that gets the codes; its present codes do not count */
    List<Violation> violations(String unit, List<UnitIdentifier> identifiers) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < identifiers.size(); i++) {
            violations.addAll(violations("/identifiers/" + i, unit, identifiers.get(i), identifiers.subList(0, i)));
        }
        return violations;
    }

    List<Violation> violations(String unit, String agencyCode) {
        return agencyCode != null && isTaken(unit, agencyCode)
                ? List.of(Violation.at("/agencyCode", ReportingProblem.AGENCY_CODE_TAKEN, agencyCode))
                : List.of();
    }

    private List<Violation> violations(String pointer, String unit, UnitIdentifier wanted, List<UnitIdentifier> earlier) {
        if (!wanted.hasOrderedDays()) {
            return List.of(Violation.at(pointer + "/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS));
        }
        if (!wanted.hasValidAgencyCode()) {
            return List.of(Violation.at(pointer + "/value", ReportingProblem.INVALID_AGENCY_CODE, wanted.value()));
        }
        if (earlier.stream().filter(UnitIdentifier::hasOrderedDays).anyMatch(wanted::overlaps)) {
            return List.of(Violation.at(pointer, ReportingProblem.REPEATED_IDENTIFIER, wanted.scheme(), wanted.value()));
        }
        return isTaken(unit, wanted)
                ? List.of(Violation.at(pointer + "/value", ReportingProblem.IDENTIFIER_TAKEN, wanted.scheme(), wanted.value()))
                : List.of();
    }

    private boolean isTaken(String unit, UnitIdentifier wanted) {
        return database.createQuery("""
                select i from Unit u join u.identifiers i where u.code <> :unit and i.scheme = :scheme and i.value = :value""",
                UnitIdentifier.class)
                .setParameter("unit", unit).setParameter("scheme", wanted.scheme()).setParameter("value", wanted.value())
                .getResultStream().anyMatch(wanted::overlaps);
    }

    private boolean isTaken(String unit, String agencyCode) {
        return database.createQuery("select count(*) from Unit where code <> :unit and agencyCode = :agencyCode", Long.class)
                .setParameter("unit", unit).setParameter("agencyCode", agencyCode).getSingleResult() > 0;
    }
}
