package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a version of a regime in the audit trail. */
record RegimeAuditSnapshotV1(String code, int version, String name, String nameEn, String legalBasis, String type,
        WindowRuleV1 windowRule, List<PeriodTypeV1> periodTypes, SortedMap<String, DeadlineRuleV1> deadlines,
        LocalDate validFrom, LocalDate validTo) {

    record WindowRuleV1(int startMonth, int startDay, boolean previousYear) {

        static WindowRuleV1 of(WindowRule rule) {
            return new WindowRuleV1(rule.startMonth(), rule.startDay(), rule.previousYear());
        }
    }

    record PeriodTypeV1(String suffix, int firstMonth, int lastMonth) {

        static PeriodTypeV1 of(PeriodType type) {
            return new PeriodTypeV1(type.suffix(), type.firstMonth(), type.lastMonth());
        }
    }

    record DeadlineRuleV1(String basis, int value) {

        static DeadlineRuleV1 of(DeadlineRule rule) {
            return new DeadlineRuleV1(rule.basis().name(), rule.value());
        }
    }

    static RegimeAuditSnapshotV1 of(Regime regime) {
        SortedMap<String, DeadlineRuleV1> deadlines = new TreeMap<>();
        regime.deadlines.forEach((level, rule) -> deadlines.put(level.name(), DeadlineRuleV1.of(rule)));
        return new RegimeAuditSnapshotV1(regime.code, regime.version, regime.name, regime.nameEn, regime.legalBasis,
                regime.type.name(), WindowRuleV1.of(regime.windowRule),
                regime.periodTypes.stream().map(PeriodTypeV1::of).toList(), deadlines, regime.validFrom, regime.validTo);
    }
}
