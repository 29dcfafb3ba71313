package vn.cchc.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;

class RegimeAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(RegimeAuditSnapshotV1.class)).containsExactly("code", "version", "name", "nameEn",
                "legalBasis", "type", "windowRule.startMonth", "windowRule.startDay", "windowRule.previousYear",
                "periodTypes.suffix", "periodTypes.firstMonth", "periodTypes.lastMonth", "deadlines.basis", "deadlines.value",
                "validFrom", "validTo");
    }

    @Test
    void aRegimeIsAuditedAsItsSnapshotNotAsItsView() {
        var deadlines = Map.of(ReportingLevel.UNIT, new DeadlineRule(DeadlineRule.Basis.WORKING_DAYS, 2));
        Regime regime = new Regime(new NewRegime("TTHC", "Kiểm soát", "Control", "Nghị định", RegimeType.PERIODIC,
                new WindowRule(1, 1, false), List.of(new PeriodType("M01", 1, 1)), deadlines, LocalDate.of(2025, 1, 1), null),
                1);

        assertThat(regime.auditSnapshot()).isInstanceOf(RegimeAuditSnapshotV1.class);
    }
}
