package vn.cchc.reporting.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.values.UnitCode;

/** Renames, merges, splits, transfers and dissolves units under legal documents. */
@ApplicationScoped
class ReorganisationService {

    private final Units units;
    private final UnitChanges changes;
    private final UnitChangeRules rules;
    private final AuditTrail trail;
    private final Clock clock;

    ReorganisationService(Units units, UnitChanges changes, UnitChangeRules rules, AuditTrail trail, Clock clock) {
        this.units = units;
        this.changes = changes;
        this.rules = rules;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    UnitView change(UnitCode code, NewUnitChange wanted, ChangeContext context) {
        units.lock();
        Unit unit = units.require(code);
        trail.requireMatch(unit, context, () -> UnitView.of(unit));
        rules.check(unit, wanted).throwIfAny();
        ChangeContext reasoned = context
                .withReason(new ChangeReason(wanted.type().name(), wanted.legalDocument().title(),
                        wanted.legalDocument().number()));
        Set<String> concerned = switch (wanted.type()) {
            case RENAME -> rename(unit, wanted, reasoned);
            case TRANSFER -> transfer(unit, wanted, reasoned);
            case MERGE, SPLIT, DISSOLVE -> succeed(unit, wanted, reasoned);
        };
        changes.persistAndFlush(new UnitChange(unit, wanted, concerned, context.by(), clock.instant()));
        return UnitView.of(unit);
    }

    private Set<String> rename(Unit unit, NewUnitChange wanted, ChangeContext context) {
        DatedName before = unit.nameOn(wanted.date());
        var after = new DatedName(wanted.date(), null, wanted.name() == null ? before.name() : wanted.name(),
                wanted.nameEn() == null ? before.nameEn() : wanted.nameEn(),
                wanted.unitType() == null ? before.type() : wanted.unitType());
        record(unit, wanted, context, renamed -> renamed.rename(wanted.date(), after));
        return Set.of(unit.code);
    }

    private Set<String> transfer(Unit unit, NewUnitChange wanted, ChangeContext context) {
        record(unit, wanted, context, moved -> moved.transfer(wanted.date(), wanted.tree(), wanted.parent()));
        return Set.of(unit.code);
    }

    /** The units before end, the units after begin or go on, and the units below follow to the one successor. */
    private Set<String> succeed(Unit unit, NewUnitChange wanted, ChangeContext context) {
        List<String> before = wanted.before(unit);
        List<String> after = wanted.after();
        Set<String> ended = new TreeSet<>(before);
        ended.removeAll(after);
        Map<String, Unit> known = known(before, after);
        List<Unit> below = wanted.type() == ChangeType.MERGE ? units.belowFrom(ended, wanted.date()) : List.of();
        wanted.successors().stream().filter(successor -> !known.containsKey(successor.code()))
                .forEach(successor -> create(successor.toUnit(wanted.date(), unit), before, context));
        known.values().forEach(changed -> record(changed, wanted, context, one -> {
            if (ended.contains(one.code)) {
                one.end(wanted.date());
            }
            if (before.contains(one.code)) {
                one.precede(after);
            }
            if (after.contains(one.code)) {
                one.succeed(before);
            }
        }));
        below.forEach(moved -> record(moved, wanted, context, one -> one.transferFrom(ended, wanted.date(), after.get(0))));
        Set<String> concerned = new TreeSet<>(before);
        concerned.addAll(after);
        below.forEach(moved -> concerned.add(moved.code));
        return concerned;
    }

    /** The units of the change that exist already. */
    private Map<String, Unit> known(List<String> before, List<String> after) {
        Set<String> codes = new TreeSet<>(before);
        codes.addAll(after);
        Map<String, Unit> known = new LinkedHashMap<>();
        units.list("code in ?1 order by code", codes).forEach(unit -> known.put(unit.code, unit));
        return known;
    }

    private void create(NewUnit wanted, List<String> before, ChangeContext context) {
        Unit created = new Unit(wanted, clock.instant());
        created.succeed(before);
        units.record(created, context);
    }

    private void record(Unit unit, NewUnitChange wanted, ChangeContext context, Consumer<Unit> change) {
        trail.change(unit, wanted.type().name(), context, () -> {
            change.accept(unit);
            unit.changed(LocalDate.now(clock), clock.instant());
        });
        units.publish(unit);
    }
}
