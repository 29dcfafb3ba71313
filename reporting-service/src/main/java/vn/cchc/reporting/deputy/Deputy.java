package vn.cchc.reporting.deputy;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

/** A person who acts for another one on certain days, by a decision. */
@Entity
class Deputy implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    @Enumerated(EnumType.STRING)
    DeputyRole role;
    String principal;
    String deputy;
    /** Null for the deputy of a reviewer. */
    String unit;
    /** Null for all that the reviewer reviews, and for the deputy of a unit head. */
    UUID reviewScope;
    LocalDate validFrom;
    LocalDate validTo;
    String decisionNumber;
    boolean removed;
    long version;

    protected Deputy() {
    }

    Deputy(NewDeputy wanted) {
        enter(wanted);
    }

    void enter(NewDeputy wanted) {
        role = wanted.role();
        principal = wanted.principal();
        deputy = wanted.deputy();
        unit = wanted.unit();
        reviewScope = wanted.reviewScope();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        decisionNumber = wanted.decisionNumber();
        version++;
    }

    boolean concerns(String subject) {
        return principal.equals(subject) || deputy.equals(subject);
    }

    void remove() {
        removed = true;
        version++;
    }

    @Override
    public String auditType() {
        return "deputy";
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
        return DeputyAuditSnapshotV1.of(this);
    }
}
