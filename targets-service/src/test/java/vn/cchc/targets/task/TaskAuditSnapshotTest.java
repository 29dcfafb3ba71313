package vn.cchc.targets.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** The audit trail is hashed over these records: a change of one of them invalidates every entry written before. */
class TaskAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(fields(TaskAuditSnapshotV1.class)).containsExactly("code", "plan", "heading", "wording", "leadUnit",
                "coordinatingUnits", "deadline", "budget", "completedOn", "completionEvidence", "reopeningReason");
        assertThat(fields(TaskAuditSnapshotV1.EvidenceV1.class)).containsExactly("number", "date", "issuer", "title", "url",
                "sha256");
        assertThat(fields(ProgressNoteAuditSnapshotV1.class)).containsExactly("task", "number", "unit", "text", "percent",
                "evidence");
        assertThat(fields(ExtensionRequestAuditSnapshotV1.class)).containsExactly("task", "number", "unit", "deadline",
                "newDeadline", "reason", "granted", "decisionReason");
        assertThat(fields(TaskAuditSnapshotV2.class)).containsExactly("earlier", "improves");
    }

    private static String[] fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toArray(String[]::new);
    }
}
