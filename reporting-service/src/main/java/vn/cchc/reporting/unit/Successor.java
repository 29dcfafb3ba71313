package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(name = "Successor", description = "A unit that succeeds: the code of a unit that exists, or a new unit with its names and its type")
record Successor(
        @NotNull @Pattern(regexp = UnitCode.SYNTAX) @Schema(description = "Code of the unit in this system", examples = "SGDDT-CT") String code,
        @Size(min = 1, max = 200) @Schema(examples = "Sở Giáo dục và Đào tạo thành phố Cần Thơ", nullable = true) String name,
        @Size(min = 1, max = 200) @Schema(examples = "Department of Education and Training of Cần Thơ city", nullable = true) String nameEn,
        @Schema(nullable = true) UnitType type,
        @Schema(description = "Code of the parent unit; null: the parent of the unit that changes", nullable = true) String parent,
        @Size(max = 2000) @Schema(description = "Duty of the unit", nullable = true) String duty) {

    boolean hasOnlyCode() {
        return Stream.of(name, nameEn, type, parent, duty).allMatch(Objects::isNull);
    }

    boolean describesNewUnit() {
        return name != null && nameEn != null && type != null;
    }

    /** @param before the unit whose parents the new one gets if it names none */
    NewUnit toUnit(LocalDate date, Unit before) {
        String above = parent == null ? before.parentOn(date, UnitTree.ORGANISATION) : parent;
        String reportsTo = parent == null ? before.parentOn(date, UnitTree.REPORTING) : parent;
        return new NewUnit(code, name, nameEn, type, above, reportsTo, null, null, date, null, duty);
    }
}
