package vn.cchc.survey.result;

import java.util.List;

/**
 * A part of an index: the quotient of what was counted in some strata for some questions, with the weight of this part.
 *
 * @param weight all parts of an index have the sum 1
 */
record Term(Fraction weight, List<StratumCounts> strata, List<String> questions) {

    long denominator(Measure measure) {
        return strata.stream().mapToLong(each -> measure.denominator(each, questions)).sum();
    }

    /** Numerator over denominator. */
    Fraction quotient(Measure measure) {
        return Fraction.of(strata.stream().mapToLong(each -> measure.numerator(each, questions)).sum(), denominator(measure));
    }

    Term weighted(Fraction factor) {
        return new Term(weight.times(factor), strata, questions);
    }
}
