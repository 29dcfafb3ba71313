package vn.cchc.reporting.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "A unit (đơn vị): the Department, one of its divisions, or a school or centre under it")
record UnitView(@JsonIgnore Revision revision, @Schema(examples = "VP") String code,
        @Schema(examples = "Văn phòng") String name, @Schema(examples = "Office") String nameEn, UnitType type,
        @Schema(description = "Code of the parent unit", examples = "SGDDT", nullable = true) String parent,
        @Schema(description = "Code of the unit to which this one reports", examples = "SGDDT", nullable = true) String reportingParent,
        @Schema(description = "Agency code under Decision 20/2020/QĐ-TTg, or in the form before it; null if none is published", nullable = true) String agencyCode,
        @Schema(description = "Codes of the unit in other systems") List<UnitIdentifier> identifiers,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(description = "Last day of existence; null while the unit exists", nullable = true) LocalDate validTo,
        @Schema(description = "Duty of the unit according to the plan, in Vietnamese", nullable = true) String duty,
        @Schema(description = "Codes of the units that were merged into this one, or from which it was split", examples = "TTR") List<String> predecessors,
        @Schema(description = "Codes of the units into which this one was merged or split", examples = "VP") List<String> successors,
        @Schema(description = "Time of the last change") Instant updatedAt,
        @Schema(description = "One higher after each change", examples = "1") long version) implements Versioned {

    static UnitView of(Unit unit) {
        return of(unit, unit.name, unit.nameEn, unit.type, unit.parent, unit.reportingParent);
    }

    /** With the names, the type and the parents of a day. */
    static UnitView asOf(LocalDate day, Unit unit) {
        DatedName fact = unit.nameOn(day);
        return of(unit, fact.name(), fact.nameEn(), fact.type(), unit.parentOn(day, UnitTree.ORGANISATION),
                unit.parentOn(day, UnitTree.REPORTING));
    }

    private static UnitView of(Unit unit, String name, String nameEn, UnitType type, String parent, String reportingParent) {
        var identifiers = unit.identifiers.stream()
                .sorted(Comparator.comparing(UnitIdentifier::scheme).thenComparing(UnitIdentifier::value)).toList();
        return new UnitView(unit.revision(), unit.code, name, nameEn, type, parent, reportingParent, unit.agencyCode,
                identifiers, unit.validFrom, unit.validTo, unit.duty, List.copyOf(unit.predecessors),
                List.copyOf(unit.successors), unit.updatedAt, unit.version);
    }
}
