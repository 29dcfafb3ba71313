package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.annotations.UuidGenerator;
import org.hibernate.annotations.UuidGenerator.Style;

import vn.cchc.rest.change.Auditable;
import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** A unit that works with the lead unit on an indicator (đơn vị phối hợp) on some days. It reports no figure. */
@Entity
class CoordinatingUnit implements Auditable, Versioned {

    static final Comparator<CoordinatingUnit> BY_UNIT = Comparator.comparing((CoordinatingUnit each) -> each.unit)
            .thenComparing(each -> each.id);

    @Id
    @UuidGenerator(style = Style.VERSION_7)
    UUID id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "indicator")
    Indicator indicator;
    String unit;
    LocalDate validFrom;
    LocalDate validTo;
    @Version
    long version;

    protected CoordinatingUnit() {
    }

    CoordinatingUnit(Indicator indicator, UnitCode unit, DateRange days) {
        this.indicator = indicator;
        this.unit = unit.value();
        holdFor(days);
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    DateRange validity() {
        return new DateRange(validFrom, validTo);
    }

    final void holdFor(DateRange days) {
        validFrom = days.from();
        validTo = days.to();
    }

    @Override
    public String auditType() {
        return "coordinating-unit";
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
        return CoordinatingUnitAuditSnapshotV1.of(this);
    }
}
