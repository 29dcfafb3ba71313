package vn.cchc.reporting.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;
import org.hibernate.type.SqlTypes;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.DateRange;

/** The units and indicators that a reviewer is limited to on certain days. */
@Entity
class ReviewScope implements Auditable, Versioned {

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    String subject;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> units;
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> indicators;
    LocalDate validFrom;
    LocalDate validTo;
    boolean removed;
    long version;

    protected ReviewScope() {
    }

    ReviewScope(NewReviewScope wanted) {
        enter(wanted);
    }

    void enter(NewReviewScope wanted) {
        subject = wanted.subject();
        units = wanted.units();
        indicators = wanted.indicators();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        version++;
    }

    void remove() {
        removed = true;
        version++;
    }

    boolean holdsOn(LocalDate day) {
        return new DateRange(validFrom, validTo).contains(day);
    }

    @Override
    public String auditType() {
        return "review-scope";
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
        return ReviewScopeAuditSnapshotV1.of(this);
    }
}
