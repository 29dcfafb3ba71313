package vn.cchc.targets.task;

import java.util.List;

import vn.cchc.targets.task.TaskAuditSnapshotV1.EvidenceV1;

/** The fields of a progress note that the audit trail records: frozen, see {@link TaskAuditSnapshotV1}. */
record ProgressNoteAuditSnapshotV1(String task, int number, String unit, String text, Integer percent,
        List<EvidenceV1> evidence) {
}
