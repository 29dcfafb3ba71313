package vn.cchc.reporting.unit;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit (đơn vị): the Department, one of its divisions, or a school or centre under it")
record UnitView(@Schema(examples = "VP") String code, @Schema(examples = "Văn phòng") String name,
        @Schema(examples = "Office") String nameEn, UnitType type,
        @Schema(description = "Code of the parent unit", examples = "SGDDT", nullable = true) String parent,
        @Schema(description = "Agency code under Decision 20/2020/QĐ-TTg; null if none is published", nullable = true) String agencyCode,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(description = "Last day of existence; null while the unit exists", nullable = true) LocalDate validTo,
        @Schema(description = "Duty of the unit according to the plan, in Vietnamese", nullable = true) String duty,
        long version) {

    static UnitView of(Unit unit) {
        return new UnitView(unit.code, unit.name, unit.nameEn, unit.type, unit.parent, unit.agencyCode, unit.validFrom,
                unit.validTo, unit.duty, unit.version);
    }
}
