package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.values.DateRange;

/** A plan (kế hoạch): the document that sets the targets. Number and day may be blank, as they are in the one loaded here. */
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

    protected Plan() {
    }

    Plan(PlanDocument document) {
        this.code = document.code();
        this.number = document.number();
        this.issuedOn = document.issuedOn();
        this.title = document.title();
        this.titleEn = document.titleEn();
        this.issuer = document.issuer();
        this.issuerEn = document.issuerEn();
        this.legalBasis = document.legalBasis();
        this.regime = document.regime();
        this.validFrom = document.validFrom();
        this.validTo = document.validTo();
        this.yearFrom = document.yearFrom();
        this.yearTo = document.yearTo();
    }

    public String code() {
        return code;
    }

    /** Code of the regime by which units report the plan's indicators. */
    public String regime() {
        return regime;
    }

    /** The days on which the plan binds. */
    public DateRange validity() {
        return new DateRange(validFrom, validTo);
    }
}
