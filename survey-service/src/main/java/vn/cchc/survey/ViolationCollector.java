package vn.cchc.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;

/** Everything that is wrong with an input, so that the caller mends it in one go. */
public class ViolationCollector {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TEXT = 500;

    private final List<Violation> found = new ArrayList<>();

    public void unless(boolean right, String pointer, ProblemType type, Object... args) {
        if (!right) {
            found.add(Violation.at(pointer, type, args));
        }
    }

    public void unlessWithin(int least, int most, Integer value, String pointer) {
        boolean right = value != null && value >= least && value <= most;
        // As text: a year is no number to be grouped.
        unless(right, pointer, SurveyProblem.OUT_OF_RANGE, String.valueOf(least), String.valueOf(most));
    }

    public void unlessText(String value, String pointer) {
        boolean there = value != null && !value.isBlank();
        unless(there, pointer, SurveyProblem.MISSING);
        unless(!there || value.length() <= LONGEST_TEXT, pointer, SurveyProblem.TOO_LONG, String.valueOf(LONGEST_TEXT));
    }

    public void unlessCode(String value, String pointer) {
        boolean right = value != null && value.length() <= LONGEST_CODE && CODE.matcher(value).matches();
        unless(right, pointer, SurveyProblem.MALFORMED_CODE, String.valueOf(LONGEST_CODE));
    }

    public void refuse() {
        if (!found.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, found);
        }
    }
}
