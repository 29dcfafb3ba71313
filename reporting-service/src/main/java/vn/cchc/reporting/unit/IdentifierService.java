package vn.cchc.reporting.unit;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.values.UnitCode;

/** Replaces the codes of units in other systems. */
@ApplicationScoped
class IdentifierService {

    private final Units units;
    private final IdentifierRules rules;
    private final BodyValidator bodies;
    private final AuditTrail trail;
    private final Clock clock;

    IdentifierService(Units units, IdentifierRules rules, BodyValidator bodies, AuditTrail trail, Clock clock) {
        this.units = units;
        this.rules = rules;
        this.bodies = bodies;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    UnitView replace(UnitCode code, NewIdentifiers wanted, ChangeContext context) {
        units.lock();
        Unit unit = units.require(code);
        trail.requireMatch(unit, context, () -> UnitView.of(unit));
        bodies.constraints(wanted).rule(() -> rules.violations(unit.code, wanted.identifiers()), "identifiers")
                .rule(() -> rules.violations(unit.code, wanted.agencyCode()), "agencyCode").throwIfAny();
        trail.change(unit, "REPLACE_IDENTIFIERS", context, () -> {
            unit.identify(wanted);
            unit.changed(LocalDate.now(clock), clock.instant());
        });
        // The event has no codes, but it carries the version.
        units.publish(unit);
        return UnitView.of(unit);
    }
}
