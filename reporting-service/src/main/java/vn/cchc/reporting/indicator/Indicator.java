package vn.cchc.reporting.indicator;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** The definition of an indicator (chỉ số) as published by targets-service. */
@Entity
public class Indicator {

    @Id
    String code;
    @JdbcTypeCode(SqlTypes.JSON)
    IndicatorDefined definition;
    long version;

    protected Indicator() {
    }

    public Indicator(IndicatorDefined definition) {
        this.code = definition.code();
        this.definition = definition;
        this.version = definition.version();
    }

    public String code() {
        return code;
    }

    public String plan() {
        return definition.plan();
    }

    public String name() {
        return definition.name();
    }

    public String nameEn() {
        return definition.nameEn();
    }

    public boolean isQualitative() {
        return "QUALITATIVE".equals(definition.type());
    }

    /** Only a reduction can be negative: spending has risen. */
    public boolean mayBeNegative() {
        return "REDUCTION".equals(definition.type());
    }

    private boolean isFlow() {
        return "FLOW".equals(definition.timeBasis());
    }

    private boolean isComparison() {
        return "COMPARISON".equals(definition.timeBasis());
    }

    /** Survey indicators are never reported by units; a comparison of several years is reported once a year. */
    boolean isRequiredOf(UnitCode unit, DateRange life, DateRange window, boolean annual) {
        return !"SURVEY".equals(definition.type()) && (annual || !isComparison())
                && definition.assignments().stream().filter(assignment -> assignment.unit().equals(unit.value()))
                        .anyMatch(assignment -> isDue(days(assignment), life, window));
    }

    /**
     * A flow is reported for the days of the window on which the unit exists and the assignment holds, so that two units can
     * share a window. Everything else is the state on the cut-off day, which one unit reports.
     */
    private boolean isDue(DateRange assignment, DateRange life, DateRange window) {
        Optional<DateRange> held = assignment.intersection(life);
        return isFlow() ? held.filter(window::overlaps).isPresent()
                : held.filter(days -> days.contains(window.to())).isPresent();
    }

    private static DateRange days(Assignment assignment) {
        return new DateRange(assignment.from(), assignment.to());
    }

    /** Our choice: a rating is obligatory in the annual report, a comparison from the year of its first milestone. */
    public boolean isObligatoryIn(int year, boolean annual) {
        if (isComparison()) {
            return definition.milestones().stream().anyMatch(milestone -> milestone.year() <= year);
        }
        return annual || !isQualitative();
    }
}
