package vn.cchc.reporting.quality;

/** What a rule compares. */
public enum RuleType {
    OBLIGATORY,
    NUMERATOR_WITHIN_DENOMINATOR,
    EQUAL_PARTS,
    CUMULATIVE,
    JUMP,
    OUTLIER_HISTORY,
    OUTLIER_PEERS
}
