package vn.cchc.targets.indicator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of a revision in the audit trail since it can change the wording of the target. */
record RevisionAuditSnapshotV3(@JsonUnwrapped RevisionAuditSnapshotV2 earlier, String targetWording, String targetNameEn) {

    static RevisionAuditSnapshotV3 of(IndicatorRevision of) {
        return new RevisionAuditSnapshotV3(RevisionAuditSnapshotV2.of(of), of.targetWording, of.targetNameEn);
    }
}
