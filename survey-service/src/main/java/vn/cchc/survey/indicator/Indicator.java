package vn.cchc.survey.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/** An indicator (chỉ số) as defined in targets-service: name and plan. */
@Entity
@Immutable
public class Indicator {

    @Id
    String code;
    String plan;
    String type;
    String name;
    String nameEn;
    long version;

    protected Indicator() {
    }

    IndicatorCode code() {
        return new IndicatorCode(code);
    }

    public PlanCode plan() {
        return new PlanCode(plan);
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }
}
