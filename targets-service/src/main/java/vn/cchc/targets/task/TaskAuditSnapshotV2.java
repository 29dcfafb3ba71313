package vn.cchc.targets.task;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What version 1 records, and the criterion that the task improves: frozen, see {@link TaskAuditSnapshotV1}. */
record TaskAuditSnapshotV2(@JsonUnwrapped TaskAuditSnapshotV1 earlier, String improves) {

    static TaskAuditSnapshotV2 of(Task of) {
        return new TaskAuditSnapshotV2(TaskAuditSnapshotV1.of(of), of.improves() == null ? null : of.improves().toString());
    }
}
