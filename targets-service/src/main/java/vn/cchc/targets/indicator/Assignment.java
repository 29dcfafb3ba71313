package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** The assignment (phân công) of a unit to lead or to report an indicator, with its validity. */
@Entity
class Assignment implements Auditable, Versioned {

    static final Comparator<Assignment> BY_UNIT = Comparator.comparing((Assignment assignment) -> assignment.unit)
            .thenComparing(assignment -> assignment.id);

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    @ManyToOne
    @JoinColumn(name = "indicator")
    Indicator indicator;
    String unit;
    boolean lead;
    LocalDate validFrom;
    LocalDate validTo;
    long version = 1;

    protected Assignment() {
    }

    Assignment(Indicator indicator, UnitCode unit, boolean lead, DateRange validity) {
        this.indicator = indicator;
        this.unit = unit.value();
        this.lead = lead;
        this.validFrom = validity.from();
        this.validTo = validity.to();
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    DateRange validity() {
        return new DateRange(validFrom, validTo);
    }

    void holdFor(DateRange days) {
        validFrom = days.from();
        validTo = days.to();
        version++;
    }

    boolean holdsOn(LocalDate day) {
        return validity().contains(day);
    }

    IndicatorDefined.Assignment asEvent() {
        return new IndicatorDefined.Assignment(unit, lead, validFrom, validTo);
    }

    @Override
    public String auditType() {
        return "assignment";
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
        return AssignmentAuditSnapshotV1.of(this);
    }
}
