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
    List<Violation> faults(Indicator indicator, String at) {
        return indicator.isQualitative() ? faultsOfRating(at) : faultsOfCount(indicator, at);
    }

    private List<Violation> faultsOfRating(String at) {
        List<Violation> faults = new ArrayList<>();
        if (numerator != null) {
            faults.add(Violation.at(at + "/numerator", ReportingProblem.COUNT_FOR_RATING));
        }
        if (denominator != null) {
            faults.add(Violation.at(at + "/denominator", ReportingProblem.COUNT_FOR_RATING));
        }
        if (rating == null) {
            faults.add(Violation.at(at + "/rating", ReportingProblem.RATING_MISSING));
        }
        if (statement == null || statement.isBlank()) {
            faults.add(Violation.at(at + "/statement", ReportingProblem.STATEMENT_MISSING));
        } else if (statement.length() > LONGEST_STATEMENT) {
            faults.add(Violation.at(at + "/statement", ReportingProblem.TOO_LONG, String.valueOf(LONGEST_STATEMENT)));
        }
        return faults;
    }

    private List<Violation> faultsOfCount(Indicator indicator, String at) {
        List<Violation> faults = new ArrayList<>();
        if (rating != null) {
            faults.add(Violation.at(at + "/rating", ReportingProblem.RATING_FOR_COUNT));
        }
        if (statement != null) {
            faults.add(Violation.at(at + "/statement", ReportingProblem.RATING_FOR_COUNT));
        }
        if (numerator == null) {
            faults.add(Violation.at(at + "/numerator", ReportingProblem.COUNT_MISSING));
        }
        if (denominator == null) {
            faults.add(Violation.at(at + "/denominator", ReportingProblem.COUNT_MISSING));
        }
        if (numerator != null && denominator != null) {
            faults.addAll(faultsOfRatio(indicator, at));
        }
        return faults;
    }

    private List<Violation> faultsOfRatio(Indicator indicator, String at) {
        List<Violation> faults = new ArrayList<>();
        if (numerator < 0 && (!indicator.mayBeNegative() || denominator == 0)) {
            faults.add(Violation.at(at + "/numerator", ReportingProblem.NEGATIVE));
        }
        if (denominator < 0) {
            faults.add(Violation.at(at + "/denominator", ReportingProblem.NEGATIVE));
        }
        if (denominator >= 0 && numerator > denominator) {
            faults.add(Violation.at(at + "/numerator", ReportingProblem.NUMERATOR_ABOVE_DENOMINATOR, numerator.toString(),
                    denominator.toString()));
        }
        return faults;
    }

    Figure by(String author, Instant at) {
        return new Figure(numerator, denominator, rating, rating == null ? null : statement, author, at);
    }
}
