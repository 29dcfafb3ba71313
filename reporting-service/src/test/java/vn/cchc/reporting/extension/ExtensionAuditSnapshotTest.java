package vn.cchc.reporting.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class ExtensionAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(ExtensionAuditSnapshotV1.class)).containsExactly("regime", "period", "units",
                "originalDeadline", "newDeadline", "decisionNumber", "decisionDate", "signer", "reason", "revokedAt",
                "revocationReason");
    }
}
