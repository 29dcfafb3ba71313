package vn.cchc.survey.result;

import java.util.List;

/** What a figure is the mean of, as a numerator and a denominator that are counted in each stratum. */
enum Measure {

    /** The satisfied rate: satisfied answers of all answers at a level. */
    SATISFIED(true) {
        @Override
        long numerator(StratumCounts counts, List<String> questions) {
            return counts.of(questions).satisfied();
        }
    },
    /** The mean score: points of all answers at a level. */
    SCORE(true) {
        @Override
        long numerator(StratumCounts counts, List<String> questions) {
            return counts.of(questions).points();
        }
    },
    /**
     * The comprehensive index: respondents whose every level is satisfied of those who gave a level, to all questions
     * or to those of a topic.
     */
    FULLY_SATISFIED(false) {
        @Override
        long numerator(StratumCounts counts, List<String> questions) {
            return counts.peopleOf(questions).orElseThrow().fullySatisfied();
        }

        @Override
        long denominator(StratumCounts counts, List<String> questions) {
            return counts.peopleOf(questions).orElseThrow().rating();
        }
    },
    /** The degree to which expectations were met: the sum of the percentages of those who gave one. */
    EXPECTATION(false) {
        @Override
        long numerator(StratumCounts counts, List<String> questions) {
            return counts.expectation().sum();
        }

        @Override
        long denominator(StratumCounts counts, List<String> questions) {
            return counts.expectation().answers();
        }
    };

    private final boolean ofQuestions;

    Measure(boolean ofQuestions) {
        this.ofQuestions = ofQuestions;
    }

    /** Whether it is made of questions, each of which can count the same. */
    boolean isOfQuestions() {
        return ofQuestions;
    }

    abstract long numerator(StratumCounts counts, List<String> questions);

    long denominator(StratumCounts counts, List<String> questions) {
        return counts.of(questions).answers();
    }
}
