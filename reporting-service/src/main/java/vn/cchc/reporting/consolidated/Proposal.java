package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import vn.cchc.rest.change.Auditable;

/** A unit's proposal (kiến nghị, đề xuất) in a consolidated report, and the Department's answer. */
@Entity
@Table(name = "consolidated_proposal")
@IdClass(Proposal.Key.class)
class Proposal implements Auditable {

    record Key(UUID consolidatedReport, int number) {
    }

    @Id
    @Column(name = "consolidated_report")
    UUID consolidatedReport;
    @Id
    int number;
    String unit;
    String answer;
    String answeredBy;
    Instant answeredAt;

    void answer(String text, String by, Instant at) {
        answer = text;
        answeredBy = by;
        answeredAt = at;
    }

    @Override
    public String auditType() {
        return "consolidated-report-proposal";
    }

    @Override
    public String auditId() {
        return consolidatedReport + "/" + number;
    }

    @Override
    public Object auditSnapshot() {
        return new ProposalAuditSnapshotV1(unit, answer);
    }
}
