package vn.cchc.reporting.unit;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The official names and the type of a unit on certain days. */
@Embeddable
record DatedName(LocalDate validFrom, LocalDate validTo, String name, String nameEn,
        @Enumerated(EnumType.STRING) UnitType type) implements Dated<DatedName> {

    @Override
    public DatedName during(LocalDate from, LocalDate to) {
        return new DatedName(from, to, name, nameEn, type);
    }
}
