package vn.cchc.survey.result;

import java.util.Comparator;

/**
 * A part of a result that is either shown or suppressed.
 *
 * @param people a lower bound of the respondents behind its figures; 0 if it has none
 */
record Cell(String code, long people) {

    static final Comparator<Cell> SMALLEST_FIRST = Comparator.comparingLong(Cell::people);

    boolean isSensitive(int minRespondents) {
        return people > 0 && people < minRespondents;
    }
}
