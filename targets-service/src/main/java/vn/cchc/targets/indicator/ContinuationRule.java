package vn.cchc.targets.indicator;

/** What binds in the years after a printed milestone. */
public enum ContinuationRule {
    /** The floor stays ("tiếp tục duy trì"). */
    MAINTAIN,
    /** The floor stays, and a fall against the year before is flagged ("tiếp tục duy trì, cải thiện"). */
    MAINTAIN_IMPROVE,
    /** Each figure binds until the next one is due. */
    RAISE,
    /** Nothing binds after the last figure. */
    NONE
}
