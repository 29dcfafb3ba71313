package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import vn.cchc.events.UnitRecorded;
import vn.cchc.rest.change.Auditable;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** A unit (đơn vị): the Department, one of its divisions, or a school or centre under it. */
@Entity
public class Unit implements Auditable {

    @Id
    String code;
    String name;
    String nameEn;
    @Enumerated(EnumType.STRING)
    UnitType type;
    String parent;
    String agencyCode;
    LocalDate validFrom;
    LocalDate validTo;
    String duty;
    long version;

    protected Unit() {
    }

    Unit(NewUnit wanted) {
        this.code = wanted.key().value();
        this.name = wanted.name();
        this.nameEn = wanted.nameEn();
        this.type = wanted.type();
        this.parent = wanted.parent();
        this.agencyCode = wanted.agencyCode();
        this.validFrom = wanted.validFrom();
        this.validTo = wanted.validTo();
        this.duty = wanted.duty();
        this.version = 1;
    }

    public UnitCode code() {
        return new UnitCode(code);
    }

    /** The days on which the unit exists. */
    public DateRange life() {
        return new DateRange(validFrom, validTo);
    }

    UnitRecorded toEvent() {
        return new UnitRecorded(code, name, nameEn, type.name(), parent, validFrom, validTo, List.of(), version);
    }

    @Override
    public String auditType() {
        return "unit";
    }

    @Override
    public String auditId() {
        return code;
    }

    @Override
    public Object auditSnapshot() {
        return UnitAuditSnapshotV1.of(this);
    }
}
