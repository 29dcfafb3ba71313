package vn.cchc.reporting.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.messaging.inbox.InapplicableEvent;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The definition of an indicator (chỉ số) as published by targets-service. */
@Entity
public class Indicator {

    @Id
    String code;
    String plan;
    @Enumerated(EnumType.STRING)
    IndicatorType type;
    @Enumerated(EnumType.STRING)
    TimeBasis timeBasis;
    @JdbcTypeCode(SqlTypes.JSON)
    IndicatorDefined definition;
    long version;
    /** Read once: an import asks for it some hundred thousand times. */
    @Transient
    private IndicatorCode readCode;

    protected Indicator() {
    }

    /** @throws InapplicableEvent if the definition has a code or a value that this service does not know */
    public Indicator(IndicatorDefined definition) {
        this.code = known("code", definition.code(), IndicatorCode::parse).value();
        this.plan = known("plan", definition.plan(), PlanCode::parse).value();
        this.type = known("type", definition.type(), text -> valueOf(IndicatorType.values(), text));
        this.timeBasis = definition.timeBasis() == null ? null
                : known("time basis", definition.timeBasis(), text -> valueOf(TimeBasis.values(), text));
        this.definition = definition;
        this.version = definition.version();
    }

    private static <T> T known(String field, String text, Function<String, Optional<T>> parse) {
        return parse.apply(text)
                .orElseThrow(() -> new InapplicableEvent("unknown " + field + " of an indicator: " + text));
    }

    private static <E extends Enum<E>> Optional<E> valueOf(E[] values, String text) {
        return Arrays.stream(values).filter(value -> value.name().equals(text)).findFirst();
    }

    public IndicatorCode code() {
        if (readCode == null) {
            readCode = new IndicatorCode(code);
        }
        return readCode;
    }

    public PlanCode plan() {
        return new PlanCode(plan);
    }

    /** The regime by which units report it. */
    public RegimeCode regime() {
        return new RegimeCode(definition.regime());
    }

    public String name() {
        return definition.name();
    }

    public String nameEn() {
        return definition.nameEn();
    }

    public boolean isQualitative() {
        return type == IndicatorType.QUALITATIVE;
    }

    /** Only a reduction can be negative: spending has risen. The amounts of which one is computed cannot. */
    public boolean mayBeNegative() {
        return type == IndicatorType.REDUCTION && !isYearlyAmount();
    }

    /** Whether a figure is the amount of a year: it is entered as the numerator, and the denominator repeats it. */
    public boolean isYearlyAmount() {
        return definition.comparedYears() != null;
    }

    public boolean isFlow() {
        return timeBasis == TimeBasis.FLOW;
    }

    public boolean isComparison() {
        return timeBasis == TimeBasis.COMPARISON;
    }

    /** Survey indicators are never reported by units; a comparison of several years is reported once a year. */
    boolean isRequiredOf(UnitCode unit, DateRange life, DateRange window, boolean annual) {
        return type != IndicatorType.SURVEY && (annual || !isComparison())
                && definition.assignments().stream().filter(assignment -> assignment.unit().equals(unit.value()))
                        .anyMatch(assignment -> isDue(days(assignment), life, window));
    }

    List<Assignment> assignments() {
        return definition.assignments();
    }

    /**
     * A flow is reported for the days of the window on which the unit exists and the assignment holds, so that two units can
     * share a window. Everything else is the state on the cut-off day, which one unit reports.
     */
    boolean isDue(DateRange assignment, DateRange life, DateRange window) {
        Optional<DateRange> held = assignment.intersection(life);
        return isFlow() ? held.filter(window::overlaps).isPresent()
                : held.filter(days -> days.contains(window.to())).isPresent();
    }

    /** The validity of each assignment of a unit. */
    public List<DateRange> assignmentsOf(UnitCode unit) {
        return definition.assignments().stream().filter(assignment -> assignment.unit().equals(unit.value()))
                .map(Indicator::days).toList();
    }

    /** Whether units report the indicator in a period. */
    public boolean isReportedIn(Period period) {
        return type != IndicatorType.SURVEY && (period.isAnnual() || !isComparison());
    }

    static DateRange days(Assignment assignment) {
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
