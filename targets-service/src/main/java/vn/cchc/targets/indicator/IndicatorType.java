package vn.cchc.targets.indicator;

/** What is measured. */
public enum IndicatorType {
    /** Numerator over denominator, in percent. */
    RATIO,
    /** What was saved over what was spent before, in percent; negative when more was spent. */
    REDUCTION,
    /** Satisfied answers over all answers at levels 1 to 5, in percent. */
    SURVEY,
    /** A rating with a statement: chưa đạt, đạt một phần, đạt. */
    QUALITATIVE
}
