package vn.cchc.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.reporting.quality.QualityRuleAuditSnapshotV1;

class RegimeAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(RegimeAuditSnapshotV1.class)).containsExactly("code", "version", "name", "nameEn",
                "legalBasis", "type", "windowRule.startMonth", "windowRule.startDay", "windowRule.previousYear",
                "periodTypes.suffix", "periodTypes.firstMonth", "periodTypes.lastMonth", "deadlines.basis", "deadlines.value",
                "validFrom", "validTo");
    }

    @Test
    void theFieldsOfVersionTwoAreFrozen() {
        assertThat(SnapshotFields.of(RegimeAuditSnapshotV2.class)).containsExactly("code", "version", "name", "nameEn",
                "legalBasis", "type", "windowRule.startMonth", "windowRule.startDay", "windowRule.previousYear",
                "periodTypes.suffix", "periodTypes.firstMonth", "periodTypes.lastMonth", "deadlines.basis", "deadlines.value",
                "qualityRules: QualityRuleAuditSnapshotV1", "validFrom", "validTo");
        assertThat(SnapshotFields.of(QualityRuleAuditSnapshotV1.class)).containsExactly("type", "severity", "indicators",
                "indicator", "part", "sourceIndicator", "sourcePart", "points", "minimumCases", "threshold", "minimumValues",
                "fences", "minimumPeers", "minimumPoints");
    }

    @Test
    void aRegimeIsAuditedAsItsSnapshotNotAsItsView() {
        var deadlines = Map.of(ReportingLevel.UNIT, new DeadlineRule(DeadlineRule.Basis.WORKING_DAYS, 2));
        Regime regime = new Regime(new NewRegime("TTHC", "Kiểm soát", "Control", "Nghị định", RegimeType.PERIODIC,
                new WindowRule(1, 1, false), List.of(new PeriodType("M01", 1, 1)), deadlines, null, LocalDate.of(2025, 1, 1),
                null),
                1, QualityRule.BASIC);

        assertThat(regime.auditSnapshot()).isInstanceOf(RegimeAuditSnapshotV2.class);
    }
}
