package vn.cchc.targets.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import vn.cchc.targets.indicator.ApplicableMilestone.Expired.Reason;

/**
 * What an indicator means on a day: as the plan defines it, with the revisions in force on that day.
 *
 * @param direction null for a qualitative indicator
 * @param yearlyRise null if the milestone does not rise from year to year
 * @param setBy the revision that set a milestone, by the milestone's year; none for a milestone of the plan
 * @param lastYear the last year in which a milestone of the plan binds
 * @param revisions the revisions in force, in the order in which they apply
 */
public record Definition(String name, String nameEn, String numerator, String denominator, Direction direction,
        ContinuationRule continuationRule, YearlyRise yearlyRise, SortedSet<Milestone> milestones,
        SortedMap<Integer, IndicatorRevision> setBy,
        int lastYear, List<IndicatorRevision> revisions) {

    public Definition {
        milestones = Collections.unmodifiableSortedSet(new TreeSet<>(milestones));
        setBy = Collections.unmodifiableSortedMap(new TreeMap<>(setBy));
        revisions = List.copyOf(revisions);
    }

    /** What the revision does not mention stays. A milestone that it repeats keeps its source. */
    Definition with(IndicatorRevision revision) {
        List<IndicatorRevision> applied = new ArrayList<>(revisions);
        applied.add(revision);
        return new Definition(or(revision.name, name), or(revision.nameEn, nameEn), or(revision.numerator, numerator),
                or(revision.denominator, denominator), or(revision.direction, direction),
                or(revision.continuationRule, continuationRule), or(revision.yearlyRise, yearlyRise),
                revision.milestones().orElse(milestones),
                sources(revision), lastYear, applied);
    }

    private SortedMap<Integer, IndicatorRevision> sources(IndicatorRevision revision) {
        SortedMap<Integer, IndicatorRevision> sources = new TreeMap<>();
        revision.milestones().orElse(milestones).forEach(milestone -> {
            boolean repeated = milestones.contains(milestone)
                    && milestones.tailSet(milestone).first().hasSameThreshold(milestone);
            IndicatorRevision source = repeated ? setBy.get(milestone.year()) : revision;
            if (source != null) {
                sources.put(milestone.year(), source);
            }
        });
        return sources;
    }

    /** @param revised null if the direction stays */
    Direction directionWith(Direction revised) {
        return or(revised, direction);
    }

    private static <T> T or(T revised, T before) {
        return revised == null ? before : revised;
    }

    /** The revision that set a milestone; empty for a milestone of the plan. */
    public Optional<IndicatorRevision> sourceOf(Milestone milestone) {
        return Optional.ofNullable(setBy.get(milestone.year()));
    }

    /**
     * The milestone that binds in a year: the last one up to that year. None binds after the plan's last year, nor after the
     * last milestone if the continuation rule is NONE.
     */
    public ApplicableMilestone applicableIn(int year) {
        if (year < milestones.first().year()) {
            return new ApplicableMilestone.NotYet(milestones.first());
        }
        Milestone last = milestones.stream().filter(milestone -> milestone.year() <= year).reduce((a, b) -> b).orElseThrow();
        if (year > lastYear) {
            return new ApplicableMilestone.Expired(last, Reason.PLAN_ENDED);
        }
        if (continuationRule == ContinuationRule.NONE && year > milestones.last().year()) {
            return new ApplicableMilestone.Expired(last, Reason.NO_FURTHER_MILESTONE);
        }
        return new ApplicableMilestone.Applies(last);
    }

    /** The first milestone of this year or a later one; after the last one, the one that goes on binding. */
    public Optional<Milestone> nextMilestone(int year) {
        Optional<Milestone> ahead = milestones.stream().filter(milestone -> milestone.year() >= year).findFirst();
        return ahead
                .or(() -> applicableIn(year) instanceof ApplicableMilestone.Applies applies ? Optional.of(applies.milestone())
                        : Optional.empty());
    }

    /** Whether a fall against the year before is flagged: from the year after the first milestone to the plan's last year. */
    public boolean mustImproveIn(int year) {
        return continuationRule == ContinuationRule.MAINTAIN_IMPROVE && year > milestones.first().year() && year <= lastYear;
    }

    /** The rise by which a year's milestone follows from the result of the year before; empty where it is printed. */
    public Optional<YearlyRise> riseFromActualIn(int year) {
        return Optional.ofNullable(yearlyRise)
                .filter(rise -> rise.from() == YearlyRise.Base.LAST_ACTUAL && year > milestones.first().year());
    }

    /** Whether the result of the year before has a part in the assessment. */
    public boolean needsYearBefore(int year) {
        return mustImproveIn(year) || riseFromActualIn(year).isPresent();
    }

    /** Whether {@code now} is worse than {@code before}; false if one of them has no cases. */
    public boolean isWorse(Ratio now, Ratio before) {
        return now.hasCases() && before.hasCases() && direction.isWorse(now, before);
    }
}
