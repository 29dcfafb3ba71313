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

import vn.cchc.audit.Auditable;
import vn.cchc.events.IndicatorDefined;

/** Which unit leads or reports an indicator, and from when to when. */
@Entity
class Assignment implements Auditable {

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

    protected Assignment() {
    }

    Assignment(Indicator indicator, String unit, boolean lead, LocalDate validFrom, LocalDate validTo) {
        this.indicator = indicator;
        this.unit = unit;
        this.lead = lead;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether some day is in both. */
    boolean overlaps(LocalDate from, LocalDate to) {
        boolean endsBefore = validTo != null && from != null && validTo.isBefore(from);
        boolean startsAfter = validFrom != null && to != null && validFrom.isAfter(to);
        return !endsBefore && !startsAfter;
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
    public Object auditSnapshot() {
        return AssignmentView.of(this);
    }
}
