package vn.cchc.reporting.unit;

import java.util.Set;

/** A kind of change of units, and the fields that describe it. */
enum ChangeType {
    /** Another name or another type (đổi tên, đổi loại hình). */
    RENAME(Set.of("name", "nameEn", "unitType")),
    /** Several units become one (hợp nhất, sáp nhập). */
    MERGE(Set.of("units", "successors")),
    /** One unit becomes several (chia, tách). */
    SPLIT(Set.of("successors")),
    /** Another parent in one tree (điều chuyển). */
    TRANSFER(Set.of("tree", "parent")),
    /** The end of a unit without a successor (giải thể). */
    DISSOLVE(Set.of());

    private final Set<String> fields;

    ChangeType(Set<String> fields) {
        this.fields = fields;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** Whether units can end by this change. */
    boolean isEnd() {
        return this == MERGE || this == SPLIT || this == DISSOLVE;
    }
}
