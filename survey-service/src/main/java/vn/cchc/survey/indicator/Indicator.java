package vn.cchc.survey.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

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

    public String plan() {
        return plan;
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }
}
