package vn.cchc.reporting;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** The problem types of this service. */
public enum ReportingProblem implements ProblemType {
    REPORT_EXISTS(409),
    WRONG_STATE(409),
    NOT_EDITABLE(409),
    FIELD_LOCKED(409),
    NOT_UNDER_REVIEW(409),
    ALREADY_ANSWERED(409),
    NOT_ACCEPTED(409),
    NOT_IN_CORRECTION(409),
    UNIT_CLOSED_SINCE(409),
    UNIT_EXISTS(409),
    REGIME_EXISTS(409),
    HOLIDAY_EXISTS(409),
    INVALID_PERIOD(422),
    UNKNOWN_REGIME(422),
    UNKNOWN_UNIT(422),
    UNKNOWN_PARENT(422),
    UNIT_CLOSED(422),
    NOT_REQUIRED(422),
    NUMERATOR_ABOVE_DENOMINATOR(422),
    NEGATIVE(422),
    COUNT_MISSING(422),
    COUNT_FOR_RATING(422),
    RATING_MISSING(422),
    RATING_FOR_COUNT(422),
    STATEMENT_MISSING(422),
    TOO_LONG(422),
    TITLE_MISSING(422),
    INVALID_URL(422),
    URL_SCHEME(422),
    URL_WITH_CREDENTIALS(422),
    INVALID_SHA256(422),
    TOO_MANY_DOCUMENTS(422),
    AGENCY_CODE_TAKEN(422),
    IDENTIFIER_TAKEN(422),
    ENDS_BEFORE_IT_BEGINS(422),
    NOT_PART_OF_CHANGE(422),
    NOTHING_CHANGES(422),
    TREE_MISSING(422),
    ONE_SUCCESSOR(422),
    TWO_SUCCESSORS(422),
    BEFORE_UNIT(422),
    AFTER_UNIT(422),
    LATER_CHANGE(422),
    PARENT_DOES_NOT_EXIST(422),
    CYCLE(422),
    REPEATED_UNIT(422),
    SUCCESSOR_EXISTS(422),
    SUCCESSOR_DOES_NOT_EXIST(422),
    SUCCESSOR_INCOMPLETE(422),
    UNITS_BELOW(422),
    UNREADABLE_FILE(400),
    TOO_MANY_ROWS(422),
    UNKNOWN_COLUMN(422),
    COLUMN_MISSING(422),
    INVALID_CELL(422),
    KEY_DIFFERS(422),
    PERIOD_TYPES_MISSING(422),
    SUFFIX_TAKEN(422),
    DEADLINE_MISSING(422),
    DAY_NOT_IN_EVERY_MONTH(422),
    DEADLINES_OUT_OF_ORDER(422),
    NOT_A_WEEKEND(422),
    RETURN_WITHOUT_REASON(422),
    UNKNOWN_FIELD(422),
    NOT_READY(422),
    FIGURE_MISSING(422),
    FIGURE_NOT_REQUIRED(422),
    CUT_OFF_NOT_REACHED(422),
    CUT_OFF_TODAY(422),
    FOUR_EYES(403),
    CONSOLIDATED_EXISTS(409),
    CONSOLIDATED_FROZEN(409),
    CONSOLIDATED_NOT_APPROVED(409),
    CONSOLIDATED_SENT(409),
    PERIOD_NOT_OVER(422),
    DISPATCH_DATE(422),
    CONSOLIDATED_FOUR_EYES(403);

    private final int status;

    ReportingProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    static class Catalogue {

        @Produces
        ProblemCatalogue problems() {
            return () -> List.of(values());
        }
    }
}
