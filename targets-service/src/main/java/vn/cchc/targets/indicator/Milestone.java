package vn.cchc.targets.indicator;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

/**
 * A milestone (mốc): the threshold that binds from a year on.
 *
 * @param year the first year in which it binds
 * @param percent the threshold; null for a qualitative indicator, which is to be ACHIEVED by then
 */
@Embeddable
public record Milestone(int year, BigDecimal percent) implements Comparable<Milestone> {

    boolean hasSameThreshold(Milestone other) {
        return percent == null ? other.percent == null : other.percent != null && percent.compareTo(other.percent) == 0;
    }

    @Override
    public int compareTo(Milestone other) {
        return Integer.compare(year, other.year);
    }
}
