package vn.cchc.targets.plan;

import java.time.LocalDate;

/**
 * The fields of a plan's life that the audit trail records beside its document. The trail is hashed over them: a change of what
 * is recorded is a new version of this record, never a change of this one.
 */
record PlanStateAuditSnapshotV1(String code, String state, String number, LocalDate issuedOn, String supersedes,
        String supersededBy, LocalDate endedOn) {

    static PlanStateAuditSnapshotV1 of(Plan of) {
        return new PlanStateAuditSnapshotV1(of.code, of.state.name(), of.number, of.issuedOn, of.supersedes, of.supersededBy,
                of.endedOn);
    }
}
