package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The fields of an indicator that the audit trail records. The trail is hashed over them: a change of what is recorded is a
 * new version of this record, never a change of this one.
 */
record IndicatorAuditSnapshotV1(String code, String plan, int target, String name, String nameEn, String type,
        String timeBasis, String direction, String directionSource, String leadSource, String continuationRule,
        String numerator, String denominator, List<MilestoneV1> milestones, List<AssignmentV1> assignments, long version) {

    record MilestoneV1(int year, BigDecimal percent) {
    }

    record AssignmentV1(String unit, boolean lead, LocalDate validFrom, LocalDate validTo) {
    }

    static IndicatorAuditSnapshotV1 of(Indicator of) {
        return new IndicatorAuditSnapshotV1(of.code, of.plan().code().value(), of.target, of.name, of.nameEn, of.type.name(),
                name(of.timeBasis), name(of.direction), name(of.directionSource), name(of.leadSource),
                of.continuationRule.name(), of.numerator, of.denominator,
                of.milestones.stream().map(milestone -> new MilestoneV1(milestone.year(), milestone.percent())).toList(),
                of.assignments.stream().sorted(Assignment.BY_UNIT)
                        .map(a -> new AssignmentV1(a.unit, a.lead, a.validFrom, a.validTo)).toList(),
                of.version);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
