package vn.cchc.targets.unit;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import vn.cchc.events.UnitRecorded;

/** What this service keeps of a unit of reporting-service. */
@Entity
public class Unit {

    @Id
    String code;
    String name;
    String nameEn;
    LocalDate validFrom;
    LocalDate validTo;
    long version;

    protected Unit() {
    }

    Unit(UnitRecorded recorded) {
        this.code = recorded.code();
        this.name = recorded.name();
        this.nameEn = recorded.nameEn();
        this.validFrom = recorded.validFrom();
        this.validTo = recorded.validTo();
        this.version = recorded.version();
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
