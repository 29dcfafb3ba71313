package vn.cchc.targets.indicator;

/** Which milestone binds in the years after a printed one, until the plan ends. */
public enum ContinuationRule {
    /** The last milestone binds on ("tiếp tục duy trì"). */
    MAINTAIN,
    /** The last milestone binds on, and a fall against the year before is flagged ("tiếp tục duy trì, cải thiện"). */
    MAINTAIN_IMPROVE,
    /** Each milestone binds until the year of the next one. */
    RAISE,
    /** No milestone binds after the last one. */
    NONE
}
