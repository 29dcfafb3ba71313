package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fields of a regime that the audit trail compares. Frozen: a new field is a new version of this record. */
record RegimeAuditSnapshotV1(String code, int version, String name, String nameEn, String legalBasis, RegimeType type,
        WindowRule windowRule, List<PeriodType> periodTypes, Map<ReportingLevel, DeadlineRule> deadlines, LocalDate validFrom,
        LocalDate validTo) {

    static RegimeAuditSnapshotV1 of(Regime regime) {
        return new RegimeAuditSnapshotV1(regime.code, regime.version, regime.name, regime.nameEn, regime.legalBasis,
                regime.type,
                regime.windowRule, regime.periodTypes, new EnumMap<>(regime.deadlines), regime.validFrom, regime.validTo);
    }
}
