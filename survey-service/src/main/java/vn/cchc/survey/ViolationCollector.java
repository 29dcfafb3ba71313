package vn.cchc.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

/** Collects all violations of an input, so that one reply names all of them. */
public class ViolationCollector {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final int MAX_CODE_LENGTH = 40;
    private static final int MAX_TEXT_LENGTH = 500;

    private final List<Violation> violations = new ArrayList<>();

    public void require(boolean valid, String pointer, ProblemType type, Object... args) {
        if (!valid) {
            violations.add(Violation.at(pointer, type, args));
        }
    }

    public void requireRange(int min, int max, Integer value, String pointer) {
        boolean valid = value != null && value >= min && value <= max;
        // As text: a number would be formatted with a grouping separator, which is wrong for a year.
        require(valid, pointer, SurveyProblem.OUT_OF_RANGE, String.valueOf(min), String.valueOf(max));
    }

    public void requireText(String value, String pointer) {
        boolean present = value != null && !StorableText.isBlank(value);
        require(present, pointer, SurveyProblem.MISSING);
        require(!present || StorableText.length(value) <= MAX_TEXT_LENGTH, pointer, SurveyProblem.TOO_LONG,
                String.valueOf(MAX_TEXT_LENGTH));
    }

    public void requireCode(String value, String pointer) {
        boolean valid = value != null && value.length() <= MAX_CODE_LENGTH && CODE.matcher(value).matches();
        require(valid, pointer, SurveyProblem.MALFORMED_CODE, String.valueOf(MAX_CODE_LENGTH));
    }

    /** Adds the violations that a check throws. */
    public void addAll(Runnable check) {
        try {
            check.run();
        } catch (ProblemException refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            violations.addAll(refused.violations());
        }
    }

    public void throwIfAny() {
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }
}
