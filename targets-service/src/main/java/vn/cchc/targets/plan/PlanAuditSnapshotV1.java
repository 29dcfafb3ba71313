package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * The fields of a plan that the audit trail records. The trail is hashed over them: a change of what is recorded is a new
 * version of this record, never a change of this one.
 */
record PlanAuditSnapshotV1(String code, String number, LocalDate issuedOn, String title, String issuer,
        List<String> legalBasis, String regime, LocalDate validFrom, LocalDate validTo, int yearFrom, int yearTo,
        List<TargetV1> targets) {

    record TargetV1(int number, String wording) {
    }

    static PlanAuditSnapshotV1 of(NewPlan of) {
        return new PlanAuditSnapshotV1(of.code().value(), of.number(), of.issuedOn(), of.title(), of.issuer(), of.legalBasis(),
                of.regime().value(), of.validFrom(), of.validTo(), of.yearFrom(), of.yearTo(),
                of.targets().stream().map(target -> new TargetV1(target.number(), target.wording())).toList());
    }
}
