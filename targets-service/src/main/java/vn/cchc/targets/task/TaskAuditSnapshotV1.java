package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.List;

/**
 * The fields of a task that the audit trail records. The trail is hashed over them: a change of what is recorded is a new
 * version of this record, never a change of this one.
 */
record TaskAuditSnapshotV1(String code, String plan, String heading, String wording, String leadUnit,
        List<String> coordinatingUnits, LocalDate deadline, Long budget, LocalDate completedOn,
        List<EvidenceV1> completionEvidence, String reopeningReason) {

    record EvidenceV1(String number, LocalDate date, String issuer, String title, String url, String sha256) {

        static List<EvidenceV1> of(List<Evidence> of) {
            return of == null ? null
                    : of.stream().map(document -> new EvidenceV1(document.number(), document.date(), document.issuer(),
                            document.title(), document.url(), document.sha256())).toList();
        }
    }

    static TaskAuditSnapshotV1 of(Task of) {
        return new TaskAuditSnapshotV1(of.code, of.plan, of.heading, of.wording, of.leadUnit, List.of(of.coordinatingUnits),
                of.deadline, of.budget, of.completedOn, EvidenceV1.of(of.completionEvidence), of.reopeningReason);
    }
}
