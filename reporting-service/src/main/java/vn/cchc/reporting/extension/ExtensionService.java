package vn.cchc.reporting.extension;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.calendar.ReportingLevel;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;

/** Records and revokes extensions. Each is published, so that the scoreboard knows the deadline that it gives. */
@ApplicationScoped
class ExtensionService {

    private final Extensions extensions;
    private final Regimes regimes;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Outbox outbox;
    private final Clock clock;

    ExtensionService(Extensions extensions, Regimes regimes, AuditTrail trail, BodyValidator bodies, Outbox outbox,
            Clock clock) {
        this.extensions = extensions;
        this.regimes = regimes;
        this.trail = trail;
        this.bodies = bodies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ExtensionView grant(NewExtension wanted, ChangeContext context) {
        Period period = requireValid(wanted);
        Extension granted = new Extension(wanted, period.deadline(ReportingLevel.UNIT), context.by(), clock.instant());
        extensions.persistAndFlush(granted);
        trail.created(granted, context.withReason(new ChangeReason(null, wanted.reason(), wanted.decisionNumber())));
        outbox.add(granted.toEvent());
        return ExtensionView.of(granted);
    }

    @Transactional
    ExtensionView revoke(UUID id, NewRevocation why, ChangeContext context) {
        Extension extension = extensions.requireForUpdate(id);
        trail.requireMatch(extension, context, () -> ExtensionView.of(extension));
        trail.change(extension, "REVOKE", context.withReason(ChangeReason.withText(why.reason())),
                () -> extension.revoke(why.reason(), context.by(), clock.instant()));
        outbox.add(extension.toEvent());
        return ExtensionView.of(extension);
    }

    private Period requireValid(NewExtension wanted) {
        BodyViolations violations = bodies.constraints(wanted);
        Optional<Period> period = regimes.named(wanted.regime(), wanted.period(), violations);
        period.ifPresent(found -> violations
                .require(() -> wanted.newDeadline().isAfter(found.deadline(ReportingLevel.UNIT)),
                        () -> Violation.at("/newDeadline", ReportingProblem.NOT_LATER, found.deadline(ReportingLevel.UNIT)),
                        "newDeadline")
                .rule(() -> unitViolations(wanted, found, violations)));
        violations.throwIfAny();
        return period.orElseThrow();
    }

    private List<Violation> unitViolations(NewExtension wanted, Period period, BodyViolations violations) {
        List<String> units = wanted.units();
        if (units == null) {
            return List.of();
        }
        List<Integer> valid = violations.validPositions("units", units.size());
        List<String> named = valid.stream().map(units::get).toList();
        Set<String> expected = extensions.expected(period, named);
        Set<String> extended = extensions.extendedBy(wanted.decisionNumber(), period, named);
        Set<String> seen = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        for (int place : valid) {
            String unit = units.get(place);
            if (!seen.add(unit)) {
                found.add(Violation.at("/units/" + place, ReportingProblem.REPEATED_UNIT, unit));
            } else if (!expected.contains(unit)) {
                found.add(Violation.at("/units/" + place, ReportingProblem.REPORT_NOT_EXPECTED, unit, period.code()));
            } else if (extended.contains(unit)) {
                found.add(Violation.at("/units/" + place, ReportingProblem.EXTENDED_ALREADY, wanted.decisionNumber(), unit));
            }
        }
        return found;
    }
}
