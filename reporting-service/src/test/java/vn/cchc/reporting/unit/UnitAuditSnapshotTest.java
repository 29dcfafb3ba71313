package vn.cchc.reporting.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class UnitAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(UnitAuditSnapshotV1.class)).containsExactly("code", "name", "nameEn", "type", "parent",
                "agencyCode", "validFrom", "validTo", "duty", "version");
    }

    @Test
    void theFieldsOfVersionTwoAreFrozen() {
        assertThat(SnapshotFields.of(UnitAuditSnapshotV2.class)).containsExactly("code", "name", "nameEn", "type", "parent",
                "reportingParent", "agencyCode", "validFrom", "validTo", "duty", "names.validFrom", "names.validTo",
                "names.name",
                "names.nameEn", "names.type", "parents.tree", "parents.validFrom", "parents.validTo", "parents.parent",
                "identifiers.scheme", "identifiers.value", "identifiers.validFrom", "identifiers.validTo", "predecessors",
                "successors", "version");
    }

    @Test
    void aUnitIsAuditedAsItsSnapshotNotAsItsView() {
        Unit unit = new Unit(new NewUnit("VP", "Văn phòng", "Office", UnitType.OFFICE, "SGDDT", null, null, null, null,
                null, null), Instant.EPOCH);

        assertThat(unit.auditSnapshot()).isInstanceOf(UnitAuditSnapshotV2.class);
    }
}
