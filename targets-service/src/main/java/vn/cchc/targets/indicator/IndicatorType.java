package vn.cchc.targets.indicator;

/** What an indicator measures. */
public enum IndicatorType {
    /** Numerator over denominator, in percent. */
    RATIO,
    /** The amount saved over the amount spent before, in percent; negative if spending rose. */
    REDUCTION,
    /** Satisfied answers over all answers at levels 1 to 5, in percent. */
    SURVEY,
    /** A rating with a statement: chưa đạt, đạt một phần, đạt. */
    QUALITATIVE
}
