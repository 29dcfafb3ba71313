package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.SnapshotFields;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

class ReportAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV1.class)).containsExactly("regime", "period", "unit", "state",
                "narrative.results", "narrative.difficulties", "narrative.proposals", "narrative.initiatives",
                "figures.numerator", "figures.denominator", "figures.rating", "figures.statement", "figures.enteredBy",
                "figures.enteredAt", "evidence.number", "evidence.date", "evidence.issuer", "evidence.title",
                "evidence.page", "evidence.url", "evidence.sha256", "seal");
    }

    @Test
    void theFieldsOfVersionTwoAreFrozen() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV2.class)).containsExactly("regime", "period", "unit", "state",
                "version", "acceptedVersion", "correction.reasonCode", "correction.reason", "correction.requestedBy",
                "correction.changes", "narrative.results", "narrative.difficulties", "narrative.proposals",
                "narrative.initiatives", "figures.numerator", "figures.denominator", "figures.rating", "figures.statement",
                "figures.enteredBy", "figures.enteredAt", "evidence.number", "evidence.date", "evidence.issuer",
                "evidence.title", "evidence.page", "evidence.url", "evidence.sha256", "seal");
    }

    @Test
    void theFieldsOfVersionThreeAreThoseOfVersionTwoAndTheReopenedFields() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV3.class)).containsExactly("earlier: ReportAuditSnapshotV2",
                "reopened");
    }

    @Test
    void theFieldsOfVersionFourAreThoseOfVersionThreeAndTheExplanations() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV4.class)).containsExactly("earlier: ReportAuditSnapshotV3",
                "explanations.text", "explanations.by", "explanations.at");
    }

    @Test
    void theFieldsOfVersionFiveAreThoseOfVersionFourAndTheClosure() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV5.class)).containsExactly("earlier: ReportAuditSnapshotV4",
                "closure.by", "closure.at", "closure.reason", "closure.transferredTo");
    }

    @Test
    void theFieldsOfVersionSixAreThoseOfVersionFiveAndTheReferences() {
        assertThat(SnapshotFields.of(ReportAuditSnapshotV6.class)).containsExactly("earlier: ReportAuditSnapshotV5",
                "references.indicator", "references.status", "references.regime", "references.period", "references.report",
                "references.version", "references.numerator", "references.denominator", "references.rating",
                "references.statement");
    }

    @Test
    void aReportIsAuditedAsItsSnapshotNotAsItsView() {
        Report report = new Report(new ReportKey(new RegimeCode("CCHC"), new PeriodCode("2025"), new UnitCode("VP")),
                "reporter",
                Instant.EPOCH);

        assertThat(report.auditSnapshot()).isInstanceOf(ReportAuditSnapshotV6.class);
    }
}
