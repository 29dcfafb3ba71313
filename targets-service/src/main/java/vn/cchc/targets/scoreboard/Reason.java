package vn.cchc.targets.scoreboard;

import vn.cchc.targets.indicator.ApplicableMilestone;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Rating;

/** Why a verdict is what it is, or why there is none. */
enum Reason {
    MILESTONE_MET,
    /** Below a milestone that is a minimum. */
    BELOW_MILESTONE,
    /** Above a milestone that is a maximum. */
    ABOVE_MILESTONE,
    /** Not exactly the milestone. */
    NOT_THE_MILESTONE,
    RATED_ACHIEVED,
    RATED_PARTLY_ACHIEVED,
    RATED_NOT_ACHIEVED,
    /** Not computable: nothing was accepted for the year. */
    NOTHING_ACCEPTED,
    /** Not computable: the denominator is 0 (không phát sinh). */
    NO_CASES,
    /** Not computable: the mean that a reduction compares with is 0. */
    ZERO_BASELINE,
    /** No verdict: the first milestone lies ahead. */
    BEFORE_FIRST_MILESTONE,
    /** No verdict: the plan's last year is over. */
    PLAN_ENDED,
    /** No verdict: the continuation rule is NONE, and the last milestone is past. */
    NO_FURTHER_MILESTONE;

    static Reason of(Rating rating) {
        return valueOf("RATED_" + rating);
    }

    static Reason of(ApplicableMilestone.Expired.Reason reason) {
        return valueOf(reason.name());
    }

    static Reason ofMissed(Direction direction) {
        return switch (direction) {
            case AT_LEAST -> BELOW_MILESTONE;
            case AT_MOST -> ABOVE_MILESTONE;
            case EXACTLY -> NOT_THE_MILESTONE;
        };
    }
}
