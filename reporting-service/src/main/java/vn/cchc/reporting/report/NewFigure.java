package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.quality.Part;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

@Schema(description = "A figure (số liệu): numerator and denominator of a quantitative indicator, or rating and statement of a qualitative one")
public record NewFigure(
        @Schema(description = "Numerator: a count, or VND; a whole number", examples = "17", nullable = true) Long numerator,
        @Schema(description = "Denominator: a count, or VND; 0 together with a numerator of 0 where there were no cases (không phát sinh)", examples = "20", nullable = true) Long denominator,
        @Schema(description = "Rating of a qualitative indicator: chưa đạt, đạt một phần, đạt", nullable = true) Rating rating,
        @Schema(description = "Grounds for the rating, at most 4,000 characters", maxLength = MAX_STATEMENT_LENGTH, nullable = true) String statement) {

    private static final int MAX_STATEMENT_LENGTH = 4000;

    /** @param entered null if there is none */
    static NewFigure of(Figure entered) {
        return entered == null ? null
                : new NewFigure(entered.numerator(), entered.denominator(), entered.rating(), entered.statement());
    }

    Long part(Part part) {
        return part == Part.NUMERATOR ? numerator : denominator;
    }

    NewFigure with(Part part, Long value) {
        return part == Part.NUMERATOR ? new NewFigure(value, denominator, rating, statement)
                : new NewFigure(numerator, value, rating, statement);
    }

    /** All violations for this indicator; each pointer begins with {@code at}. */
    List<Violation> violations(Indicator indicator, String at) {
        return indicator.isQualitative() ? ratingViolations(at) : countViolations(indicator, at);
    }

    private List<Violation> ratingViolations(String at) {
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
        if (statement == null || StorableText.isBlank(statement)) {
            violations.add(Violation.at(at + "/statement", ReportingProblem.STATEMENT_MISSING));
        } else if (StorableText.length(statement) > MAX_STATEMENT_LENGTH) {
            violations.add(Violation.at(at + "/statement", ReportingProblem.TOO_LONG, String.valueOf(MAX_STATEMENT_LENGTH)));
        }
        return violations;
    }

    private List<Violation> countViolations(Indicator indicator, String at) {
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
        violations.addAll(ratioViolations(indicator, at));
        return violations;
    }

    private List<Violation> ratioViolations(Indicator indicator, String at) {
        List<Violation> violations = new ArrayList<>();
        if (isNegative(numerator) && (!indicator.mayBeNegative() || denominator != null && denominator == 0)) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.NEGATIVE));
        }
        if (isNegative(denominator)) {
            violations.add(Violation.at(at + "/denominator", ReportingProblem.NEGATIVE));
        }
        if (numerator != null && denominator != null && denominator >= 0 && numerator > denominator) {
            violations.add(Violation.at(at + "/numerator", ReportingProblem.NUMERATOR_ABOVE_DENOMINATOR, numerator.toString(),
                    denominator.toString()));
        }
        return violations;
    }

    private static boolean isNegative(Long count) {
        return count != null && count < 0;
    }

    /** @param entered null if there is none */
    boolean isSame(Figure entered) {
        return entered != null && Objects.equals(numerator, entered.numerator())
                && Objects.equals(denominator, entered.denominator()) && rating == entered.rating()
                && (rating == null || Objects.equals(statement, entered.statement()));
    }

    Figure toFigure(String author, Instant at) {
        return new Figure(numerator, denominator, rating, rating == null ? null : statement, author, at);
    }
}
