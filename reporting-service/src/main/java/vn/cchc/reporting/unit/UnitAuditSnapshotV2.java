package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The fields of a unit in the audit trail, with the facts of all its days. */
record UnitAuditSnapshotV2(String code, String name, String nameEn, String type, String parent, String reportingParent,
        String agencyCode, LocalDate validFrom, LocalDate validTo, String duty, List<Name> names, List<Parent> parents,
        List<Identifier> identifiers, List<String> predecessors, List<String> successors, long version) {

    record Name(LocalDate validFrom, LocalDate validTo, String name, String nameEn, String type) {
    }

    record Parent(String tree, LocalDate validFrom, LocalDate validTo, String parent) {
    }

    record Identifier(String scheme, String value, LocalDate validFrom, LocalDate validTo) {
    }

    static UnitAuditSnapshotV2 of(Unit unit) {
        return new UnitAuditSnapshotV2(unit.code, unit.name, unit.nameEn, unit.type.name(), unit.parent, unit.reportingParent,
                unit.agencyCode, unit.validFrom, unit.validTo, unit.duty,
                unit.names().stream().sorted(Comparator.comparing(DatedName::validFrom, first()))
                        .map(fact -> new Name(fact.validFrom(), fact.validTo(), fact.name(), fact.nameEn(), fact.type().name()))
                        .toList(),
                unit.parents().stream()
                        .sorted(Comparator.comparing(DatedParent::tree).thenComparing(DatedParent::validFrom, first()))
                        .map(fact -> new Parent(fact.tree().name(), fact.validFrom(), fact.validTo(), fact.parent())).toList(),
                unit.identifiers.stream()
                        .sorted(Comparator.comparing(UnitIdentifier::scheme).thenComparing(UnitIdentifier::value)
                                .thenComparing(UnitIdentifier::validFrom, first()))
                        .map(code -> new Identifier(code.scheme(), code.value(), code.validFrom(), code.validTo())).toList(),
                List.copyOf(unit.predecessors), List.copyOf(unit.successors), unit.version);
    }

    private static Comparator<LocalDate> first() {
        return Comparator.nullsFirst(Comparator.naturalOrder());
    }
}
