package vn.cchc.targets.unit;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import vn.cchc.events.UnitRecorded;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

/** A unit (đơn vị) of reporting-service: its names and its validity. */
@Entity
public class Unit {

    @Id
    String code;
    String name;
    String nameEn;
    LocalDate validFrom;
    LocalDate validTo;
    long version;
    String[] successors;

    protected Unit() {
    }

    Unit(UnitRecorded recorded) {
        this.code = new UnitCode(recorded.code()).value();
        this.name = recorded.name();
        this.nameEn = recorded.nameEn();
        this.validFrom = recorded.validFrom();
        this.validTo = recorded.validTo();
        this.version = recorded.version();
        this.successors = recorded.successors().toArray(String[]::new);
    }

    public UnitCode code() {
        return new UnitCode(code);
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }

    /** The days on which the unit exists. */
    public DateRange validity() {
        return new DateRange(validFrom, validTo);
    }

    public boolean existsOn(LocalDate day) {
        return validity().contains(day);
    }

    /** The unit that took over all of a unit that has ended by a day; nothing if it goes on, or if several or none did. */
    Optional<UnitCode> successorBy(LocalDate day) {
        boolean ended = validTo != null && validTo.isBefore(day);
        return ended && successors.length == 1 ? Optional.of(new UnitCode(successors[0])) : Optional.empty();
    }
}
