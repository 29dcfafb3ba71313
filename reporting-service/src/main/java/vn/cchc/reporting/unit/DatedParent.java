package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The parent of a unit in one tree on certain days.
 *
 * @param parent code of the parent; null at the top of the tree
 */
@Embeddable
record DatedParent(@Enumerated(EnumType.STRING) UnitTree tree, LocalDate validFrom, LocalDate validTo, String parent)
        implements
            Dated<DatedParent> {

    @Override
    public DatedParent during(LocalDate from, LocalDate to) {
        return new DatedParent(tree, from, to, parent);
    }

    /** With another parent from a date on, if the parent is one of those that end then. */
    Stream<DatedParent> without(Set<String> ended, LocalDate date, String successor) {
        if (!ended.contains(parent) || days().endsBefore(date)) {
            return Stream.of(this);
        }
        List<DatedParent> before = before(date);
        LocalDate from = before.isEmpty() ? validFrom : date;
        return Stream.concat(before.stream(), Stream.of(new DatedParent(tree, from, validTo, successor)));
    }
}
