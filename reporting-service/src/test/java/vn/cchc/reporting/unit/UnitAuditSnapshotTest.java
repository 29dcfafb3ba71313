package vn.cchc.reporting.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class UnitAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(UnitAuditSnapshotV1.class)).containsExactly("code", "name", "nameEn", "type", "parent",
                "agencyCode", "validFrom", "validTo", "duty", "version");
    }

    @Test
    void aUnitIsAuditedAsItsSnapshotNotAsItsView() {
        Unit unit = new Unit(new NewUnit("VP", "Văn phòng", "Office", UnitType.OFFICE, "SGDDT", null, null, null, null));

        assertThat(unit.auditSnapshot()).isInstanceOf(UnitAuditSnapshotV1.class);
    }
}
