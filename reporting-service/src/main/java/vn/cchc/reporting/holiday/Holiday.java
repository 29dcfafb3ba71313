package vn.cchc.reporting.holiday;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

/** A day off, or a weekend day on which work is made up. A removed day keeps its row, so that no version is used twice. */
@Entity
class Holiday implements Auditable, Versioned {

    @Id
    LocalDate date;
    @Enumerated(EnumType.STRING)
    HolidayType type;
    String name;
    String nameEn;
    String source;
    String documentNumber;
    boolean confirmed;
    boolean removed;
    long version;

    protected Holiday() {
    }

    Holiday(LocalDate date) {
        this.date = date;
    }

    /** Enters the day, also one that was removed, or changes it. */
    void enter(NewHoliday wanted) {
        type = wanted.type();
        name = wanted.name();
        nameEn = wanted.nameEn();
        source = wanted.source();
        documentNumber = wanted.documentNumber();
        confirmed = wanted.confirmed();
        removed = false;
        version++;
    }

    void remove() {
        removed = true;
        version++;
    }

    @Override
    public String auditType() {
        return "holiday";
    }

    @Override
    public String auditId() {
        return date.toString();
    }

    @Override
    public Revision revision() {
        return new Revision(auditType(), auditId(), version);
    }

    @Override
    public Object auditSnapshot() {
        return HolidayAuditSnapshotV1.of(this);
    }
}
