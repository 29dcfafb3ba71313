package vn.cchc.reporting.holiday;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A day that is off although it is no weekend day, or a working day although it is one. */
@Entity
class Holiday {

    @Id
    LocalDate date;
    @Enumerated(EnumType.STRING)
    HolidayType type;
    String name;
    String nameEn;
    String source;
    String documentNumber;
    boolean confirmed;
    boolean removed;
    long version;

    protected Holiday() {
    }
}
