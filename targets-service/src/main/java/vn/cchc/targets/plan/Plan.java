package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.values.DateRange;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;

/** A plan (kế hoạch): the document that sets the targets. Its number and day of issue may be blank. */
@Entity
public class Plan {

    @Id
    String code;
    String number;
    LocalDate issuedOn;
    String title;
    String titleEn;
    String issuer;
    String issuerEn;
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> legalBasis;
    String regime;
    LocalDate validFrom;
    LocalDate validTo;
    int yearFrom;
    int yearTo;
    @JdbcTypeCode(SqlTypes.JSON)
    PlanText text;

    protected Plan() {
    }

    Plan(NewPlan document) {
        this.code = document.code().value();
        this.number = document.number();
        this.issuedOn = document.issuedOn();
        this.title = document.title();
        this.titleEn = document.titleEn();
        this.issuer = document.issuer();
        this.issuerEn = document.issuerEn();
        this.legalBasis = document.legalBasis();
        this.regime = document.regime().value();
        this.validFrom = document.validFrom();
        this.validTo = document.validTo();
        this.yearFrom = document.yearFrom();
        this.yearTo = document.yearTo();
        this.text = document.text();
    }

    public PlanCode code() {
        return new PlanCode(code);
    }

    /** The regime by which units report the plan's indicators. */
    public RegimeCode regime() {
        return new RegimeCode(regime);
    }

    /** The last year in which a milestone of the plan binds. */
    public int firstYear() {
        return yearFrom;
    }

    public int lastYear() {
        return yearTo;
    }

    /** The days on which the plan binds. */
    public DateRange validity() {
        return new DateRange(validFrom, validTo);
    }
}
