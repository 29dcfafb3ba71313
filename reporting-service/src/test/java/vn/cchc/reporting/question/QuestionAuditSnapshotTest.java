package vn.cchc.reporting.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class QuestionAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(QuestionAuditSnapshotV1.class)).containsExactly("report", "number", "field", "text",
                "answer");
    }
}
