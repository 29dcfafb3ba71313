package vn.cchc.targets.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.outbox.Outbox;
import vn.cchc.house.problem.Fault;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;
import vn.cchc.ledger.audit.AuditTrail;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.unit.Units;

@ApplicationScoped
class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    private final Indicators indicators;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail trail;

    Assignments(Indicators indicators, Units units, Outbox outbox, AuditTrail trail) {
        this.indicators = indicators;
        this.units = units;
        this.outbox = outbox;
        this.trail = trail;
    }

    List<Assignment> after(UUID id, int rows) {
        return find("id > ?1 order by id", id).page(0, rows).list();
    }

    @Transactional
    AssignmentView add(NewAssignment wanted) {
        Indicator indicator = indicators.findById(wanted.indicator(), LockModeType.PESSIMISTIC_WRITE);
        List<Fault> faults = faults(wanted, indicator);
        if (!faults.isEmpty()) {
            throw new Refusal(HouseProblem.INVALID_INPUT, faults);
        }
        if (indicator.assignments.stream().anyMatch(
                held -> held.unit.equals(wanted.unit()) && held.overlaps(wanted.validFrom(), wanted.validTo()))) {
            throw new Refusal(TargetsProblem.ALREADY_ASSIGNED, wanted.indicator(), wanted.unit());
        }
        Assignment assignment = new Assignment(indicator, wanted.unit(), false, wanted.validFrom(), wanted.validTo());
        persist(assignment);
        indicator.reassigned(Stream.concat(indicator.assignments.stream(), Stream.of(assignment)).toList());
        outbox.add(indicator.asEvent());
        trail.created(assignment);
        return AssignmentView.of(assignment);
    }

    private List<Fault> faults(NewAssignment wanted, Indicator indicator) {
        List<Fault> faults = new ArrayList<>();
        if (indicator == null) {
            faults.add(Fault.at("/indicator", TargetsProblem.UNKNOWN_INDICATOR, wanted.indicator()));
        } else if (indicator.kind == Kind.SURVEY) {
            faults.add(Fault.at("/indicator", TargetsProblem.NOT_REPORTED, wanted.indicator()));
        }
        if (!units.exists(wanted.unit())) {
            faults.add(Fault.at("/unit", TargetsProblem.UNKNOWN_UNIT, wanted.unit()));
        }
        if (wanted.validFrom() != null && wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
            faults.add(Fault.at("/validTo", TargetsProblem.ENDS_BEFORE_IT_BEGINS));
        }
        return faults;
    }
}
