package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(description = "A change of units under a legal document", examples = NewUnitChange.EXAMPLE)
record NewUnitChange(@NotNull ChangeType type,
        @NotNull @Schema(description = "The first day on which the change holds; a unit that ends exists until the day before", examples = "2025-07-01") LocalDate date,
        @NotNull @Valid LegalDocument legalDocument,
        @Size(min = 1, max = 200) @Schema(description = "RENAME: the new name; null if it stays", nullable = true) String name,
        @Size(min = 1, max = 200) @Schema(description = "RENAME: the new name in English; null if it stays", nullable = true) String nameEn,
        @Schema(description = "RENAME: the new type; null if it stays", nullable = true) UnitType unitType,
        @Size(max = 200, message = "{cchc.ListSize.message}") @Schema(description = "MERGE: codes of the other units that are merged", nullable = true) List<@NotNull @Pattern(regexp = UnitCode.SYNTAX) String> units,
        @Size(max = 200, message = "{cchc.ListSize.message}") @Schema(description = "MERGE: the one unit, SPLIT: the units that succeed. A unit that is also one of those that change goes on.", nullable = true) List<@NotNull @Valid Successor> successors,
        @Schema(description = "TRANSFER: the tree", nullable = true) UnitTree tree,
        @Schema(description = "TRANSFER: code of the new parent; null for the top of the tree", nullable = true) String parent) {

    static final String EXAMPLE = """
            {"type": "MERGE", "date": "2025-07-01",
             "legalDocument": {"number": "202/2025/QH15", "date": "2025-06-12", "issuer": "Quốc hội", "title": "Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh"},
             "successors": [{"code": "SGDDT-CT", "name": "Sở Giáo dục và Đào tạo thành phố Cần Thơ",
                             "nameEn": "Department of Education and Training of Cần Thơ city", "type": "DEPARTMENT"}]}""";

    NewUnitChange {
        units = units == null ? List.of() : units;
        successors = successors == null ? List.of() : successors;
    }

    /** The fields that are given, in the order of the body. */
    Set<String> given() {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        fields.put("name", name != null);
        fields.put("nameEn", nameEn != null);
        fields.put("unitType", unitType != null);
        fields.put("units", !units.isEmpty());
        fields.put("successors", !successors.isEmpty());
        fields.put("tree", tree != null);
        fields.put("parent", parent != null);
        fields.values().removeIf(given -> !given);
        return fields.keySet();
    }

    /** The codes of the units that are merged, split or dissolved. */
    List<String> before(Unit unit) {
        Set<String> codes = new LinkedHashSet<>(List.of(unit.code));
        codes.addAll(units);
        return List.copyOf(codes);
    }

    List<String> after() {
        return successors.stream().map(Successor::code).distinct().toList();
    }
}
