package vn.cchc.reporting.quality;

import java.math.BigDecimal;
import java.util.List;

/** The fields of a rule in the audit trail; null where its type has no such field. */
public record QualityRuleAuditSnapshotV1(String type, String severity, List<String> indicators, String indicator, String part,
        String sourceIndicator, String sourcePart, BigDecimal points, Integer minimumCases, BigDecimal threshold,
        Integer minimumValues, BigDecimal fences, Integer minimumPeers, BigDecimal minimumPoints) {

    public static QualityRuleAuditSnapshotV1 of(QualityRule rule) {
        String type = rule.type().name();
        String severity = rule.severity().name();
        if (rule instanceof EqualParts equal) {
            return new QualityRuleAuditSnapshotV1(type, severity, null, equal.indicator(), equal.part().name(),
                    equal.sourceIndicator(), equal.sourcePart().name(), null, null, null, null, null, null, null);
        }
        if (rule instanceof Jump jump) {
            return new QualityRuleAuditSnapshotV1(type, severity, jump.indicators(), null, null, null, null, jump.points(),
                    jump.minimumCases(), null, null, null, null, null);
        }
        if (rule instanceof HistoryOutlier outlier) {
            return new QualityRuleAuditSnapshotV1(type, severity, outlier.indicators(), null, null, null, null, null,
                    outlier.minimumCases(), outlier.threshold(), outlier.minimumValues(), null, null, outlier.minimumPoints());
        }
        if (rule instanceof PeerOutlier outlier) {
            return new QualityRuleAuditSnapshotV1(type, severity, outlier.indicators(), null, null, null, null, null,
                    outlier.minimumCases(), null, null, outlier.fences(), outlier.minimumPeers(), outlier.minimumPoints());
        }
        return new QualityRuleAuditSnapshotV1(type, severity, rule.indicators(), null, null, null, null, null, null, null,
                null, null, null, null);
    }
}
