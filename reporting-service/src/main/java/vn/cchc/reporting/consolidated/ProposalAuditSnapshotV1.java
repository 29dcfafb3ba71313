package vn.cchc.reporting.consolidated;

/** The fields of a proposal in the audit trail. */
record ProposalAuditSnapshotV1(String unit, String answer) {
}
