package vn.cchc.targets.indicator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import vn.cchc.targets.indicator.IndicatorAuditSnapshotV3.YearlyRiseV3;

/** The fields of a revision in the audit trail since it can change the yearly rise. */
record RevisionAuditSnapshotV2(@JsonUnwrapped RevisionAuditSnapshotV1 earlier, YearlyRiseV3 yearlyRise) {

    static RevisionAuditSnapshotV2 of(IndicatorRevision of) {
        return new RevisionAuditSnapshotV2(RevisionAuditSnapshotV1.of(of), YearlyRiseV3.of(of.yearlyRise));
    }
}
