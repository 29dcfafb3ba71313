package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import vn.cchc.reporting.quality.QualityRuleAuditSnapshotV1;

/** The fields of a version of a regime in the audit trail since its quality rules are data. */
record RegimeAuditSnapshotV2(String code, int version, String name, String nameEn, String legalBasis, String type,
        WindowRuleV2 windowRule, List<PeriodTypeV2> periodTypes, SortedMap<String, DeadlineRuleV2> deadlines,
        List<QualityRuleAuditSnapshotV1> qualityRules, LocalDate validFrom, LocalDate validTo) {

    record WindowRuleV2(int startMonth, int startDay, boolean previousYear) {
        static WindowRuleV2 of(WindowRule rule) {
            return new WindowRuleV2(rule.startMonth(), rule.startDay(), rule.previousYear());
        }
    }

    record PeriodTypeV2(String suffix, int firstMonth, int lastMonth) {
        static PeriodTypeV2 of(PeriodType type) {
            return new PeriodTypeV2(type.suffix(), type.firstMonth(), type.lastMonth());
        }
    }

    record DeadlineRuleV2(String basis, int value) {
        static DeadlineRuleV2 of(DeadlineRule rule) {
            return new DeadlineRuleV2(rule.basis().name(), rule.value());
        }
    }

    static RegimeAuditSnapshotV2 of(Regime regime) {
        SortedMap<String, DeadlineRuleV2> deadlines = new TreeMap<>();
        regime.deadlines.forEach((level, rule) -> deadlines.put(level.name(), DeadlineRuleV2.of(rule)));
        return new RegimeAuditSnapshotV2(regime.code, regime.version, regime.name, regime.nameEn, regime.legalBasis,
                regime.type.name(), WindowRuleV2.of(regime.windowRule),
                regime.periodTypes.stream().map(PeriodTypeV2::of).toList(), deadlines,
                regime.qualityRules.stream().map(QualityRuleAuditSnapshotV1::of).toList(), regime.validFrom,
                regime.validTo);
    }
}
