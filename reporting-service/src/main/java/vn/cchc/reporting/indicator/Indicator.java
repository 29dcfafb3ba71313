package vn.cchc.reporting.indicator;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.IndicatorDefined;

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

    Indicator(IndicatorDefined definition) {
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

    private boolean isComparison() {
        return "COMPARISON".equals(definition.timeBasis());
    }

    boolean isReportedBy(String unit, LocalDate day) {
        return definition.assignments().stream()
                .anyMatch(a -> a.unit().equals(unit) && (a.from() == null || !day.isBefore(a.from()))
                        && (a.to() == null || !day.isAfter(a.to())));
    }

    /** Survey indicators are never reported by units; a comparison of several years is reported once a year. */
    boolean isRequiredIn(boolean annual) {
        return !"SURVEY".equals(definition.type()) && (annual || !isComparison());
    }

    /** Our choice: a rating is obligatory in the annual report, a comparison from the year of its first milestone. */
    public boolean isObligatoryIn(int year, boolean annual) {
        if (isComparison()) {
            return definition.milestones().stream().anyMatch(milestone -> milestone.year() <= year);
        }
        return annual || !isQualitative();
    }
}
