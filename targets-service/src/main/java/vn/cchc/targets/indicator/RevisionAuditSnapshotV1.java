package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The fields of a revision that the audit trail records. The trail is hashed over them: a change of what is recorded is a new
 * version of this record, never a change of this one.
 */
record RevisionAuditSnapshotV1(String indicator, String state, String decisionNumber, LocalDate decisionDate, String signer,
        String rationale, LocalDate validFrom, String name, String nameEn, String numerator, String denominator,
        String direction, String continuationRule, List<MilestoneV1> milestones) {

    record MilestoneV1(int year, BigDecimal percent) {
    }

    static RevisionAuditSnapshotV1 of(IndicatorRevision of) {
        return new RevisionAuditSnapshotV1(of.indicator.code, of.state.name(), of.decisionNumber, of.decisionDate, of.signer,
                of.rationale, of.validFrom, of.name, of.nameEn, of.numerator, of.denominator,
                of.direction == null ? null : of.direction.name(),
                of.continuationRule == null ? null : of.continuationRule.name(),
                of.milestones().map(all -> all.stream().map(each -> new MilestoneV1(each.year(), each.percent())).toList())
                        .orElse(null));
    }
}
