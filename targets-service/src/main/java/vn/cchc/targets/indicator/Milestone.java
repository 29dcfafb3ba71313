package vn.cchc.targets.indicator;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

/**
 * The figure that binds from a year on (mốc).
 *
 * @param year the year in which it is due
 * @param percent the threshold; null for a qualitative indicator, which is to be ACHIEVED by then
 */
@Embeddable
public record Milestone(int year, BigDecimal percent) implements Comparable<Milestone> {

    @Override
    public int compareTo(Milestone other) {
        return Integer.compare(year, other.year);
    }
}
