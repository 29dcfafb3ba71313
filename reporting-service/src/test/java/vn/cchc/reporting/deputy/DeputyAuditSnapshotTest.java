package vn.cchc.reporting.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class DeputyAuditSnapshotTest {

    @Test
    void theFieldsAreFrozen() {
        assertThat(SnapshotFields.of(DeputyAuditSnapshotV1.class)).containsExactly("role", "principal", "deputy", "unit",
                "reviewScope",
                "validFrom", "validTo", "decisionNumber", "removed", "version");
    }
}
