package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.problem.Violation;

@Schema(description = "A figure as it is entered: numerator and denominator for a counted indicator, rating and statement for a qualitative one")
record NewFigure(
        @Schema(description = "Count above the line, or VND; whole numbers only", examples = "17", nullable = true) Long numerator,
        @Schema(description = "Count below the line, or VND; 0 (with a numerator of 0) when nothing arose (không phát sinh)", examples = "20", nullable = true) Long denominator,
        @Schema(description = "Chưa đạt, đạt một phần, đạt", nullable = true) Rating rating,
        @Schema(description = "What the rating rests on, at most 4,000 characters", maxLength = LONGEST_STATEMENT, nullable = true) String statement) {

    private static final int LONGEST_STATEMENT = 4000;

    /** Everything that is wrong with it for this indicator; the pointers begin with {@code at}. */
    List<Violation> violations(Indicator indicator, String at) {
        return indicator.isQualitative() ? violationsOfRating(at) : violationsOfCount(indicator, at);
    }

    private List<Violation> violationsOfRating(String at) {
        List<Violation> violations = new ArrayList<>();
        if (numerator != null) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.COUNT_FOR_RATING));
        }
        if (denominator != null) {
            violations.add(Violation.at(at + "/denominator", ReportingProblem.COUNT_FOR_RATING));
        }
        if (rating == null) {
            violations.add(Violation.at(at + "/rating", ReportingProblem.RATING_MISSING));
        }
        if (statement == null || statement.isBlank()) {
            violations.add(Violation.at(at + "/statement", ReportingProblem.STATEMENT_MISSING));
        } else if (statement.length() > LONGEST_STATEMENT) {
            violations.add(Violation.at(at + "/statement", ReportingProblem.TOO_LONG, String.valueOf(LONGEST_STATEMENT)));
        }
        return violations;
    }

    private List<Violation> violationsOfCount(Indicator indicator, String at) {
        List<Violation> violations = new ArrayList<>();
        if (rating != null) {
            violations.add(Violation.at(at + "/rating", ReportingProblem.RATING_FOR_COUNT));
        }
        if (statement != null) {
            violations.add(Violation.at(at + "/statement", ReportingProblem.RATING_FOR_COUNT));
        }
        if (numerator == null) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.COUNT_MISSING));
        }
        if (denominator == null) {
            violations.add(Violation.at(at + "/denominator", ReportingProblem.COUNT_MISSING));
        }
        if (numerator != null && denominator != null) {
            violations.addAll(violationsOfRatio(indicator, at));
        }
        return violations;
    }

    private List<Violation> violationsOfRatio(Indicator indicator, String at) {
        List<Violation> violations = new ArrayList<>();
        if (numerator < 0 && (!indicator.mayBeNegative() || denominator == 0)) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.NEGATIVE));
        }
        if (denominator < 0) {
            violations.add(Violation.at(at + "/denominator", ReportingProblem.NEGATIVE));
        }
        if (denominator >= 0 && numerator > denominator) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.NUMERATOR_ABOVE_DENOMINATOR, numerator.toString(),
                    denominator.toString()));
        }
        return violations;
    }

    Figure by(String author, Instant at) {
        return new Figure(numerator, denominator, rating, rating == null ? null : statement, author, at);
    }
}
