package vn.cchc.reporting.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.DeadlineExtended;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.rest.problem.ProblemException;

/** A decision that extends the deadline of some units for a period (gia hạn). It is never changed, but it can be revoked. */
@Entity
class Extension implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    String regime;
    String period;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> units;
    /** The deadline by the calendar on the day of the record. */
    LocalDate originalDeadline;
    LocalDate newDeadline;
    String decisionNumber;
    LocalDate decisionDate;
    String signer;
    String reason;
    String recordedBy;
    Instant recordedAt;
    String revokedBy;
    Instant revokedAt;
    String revocationReason;
    @Version
    long version;

    protected Extension() {
    }

    Extension(NewExtension wanted, LocalDate originalDeadline, String by, Instant at) {
        this.regime = wanted.regime();
        this.period = wanted.period();
        this.units = wanted.units().stream().sorted().toList();
        this.originalDeadline = originalDeadline;
        this.newDeadline = wanted.newDeadline();
        this.decisionNumber = wanted.decisionNumber();
        this.decisionDate = wanted.decisionDate();
        this.signer = wanted.signer();
        this.reason = wanted.reason();
        this.recordedBy = by;
        this.recordedAt = at;
    }

    void revoke(String why, String by, Instant at) {
        if (revokedAt != null) {
            throw new ProblemException(ReportingProblem.EXTENSION_REVOKED);
        }
        revokedBy = by;
        revokedAt = at;
        revocationReason = why;
    }

    DeadlineExtended toEvent() {
        return new DeadlineExtended(id, regime, period, units, originalDeadline, newDeadline, revokedAt != null, version);
    }

    @Override
    public String auditType() {
        return "extension";
    }

    @Override
    public String auditId() {
        return id.toString();
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return ExtensionAuditSnapshotV1.of(this);
    }
}
