package vn.cchc.reporting.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class ReviewScopeAuditSnapshotTest {

    @Test
    void theFieldsAreFrozen() {
        assertThat(SnapshotFields.of(ReviewScopeAuditSnapshotV1.class)).containsExactly("subject", "units", "indicators",
                "validFrom", "validTo", "removed", "version");
    }
}
