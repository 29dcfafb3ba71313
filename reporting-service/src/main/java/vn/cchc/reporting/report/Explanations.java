package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;
import vn.cchc.values.IndicatorCode;

/** The texts of explanations as they are entered, by the key of the warning. */
record Explanations(Map<String, String> texts) {

    private static final int MAX = 200;
    private static final int MAX_LENGTH = 4000;
    private static final String EXAMPLE = "JUMP:CT05.1";
    /** Also keys of warnings that are not there any more: the figures or the peers can have changed in the meantime. */
    private static final Pattern KEY = Pattern.compile("[A-Z_]{1,40}:" + IndicatorCode.SYNTAX);

    /** An explanation that did not change keeps its author and its time. */
    SortedMap<String, Explanation> replacing(Map<String, Explanation> former, String by, Instant at) {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        SortedMap<String, Explanation> replacement = new TreeMap<>();
        texts.forEach((key, text) -> {
            Explanation known = former.get(key);
            replacement.put(key, known != null && Objects.equals(known.text(), text) ? known : new Explanation(text, by, at));
        });
        return replacement;
    }

    private List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (texts.size() > MAX) {
            violations.add(Violation.at("", ReportingProblem.TOO_MANY_EXPLANATIONS, MAX));
        }
        texts.forEach((key, text) -> {
            if (!KEY.matcher(key).matches()) {
                violations.add(Violation.at(JsonPointer.of(key), ReportingProblem.INVALID_WARNING_KEY, EXAMPLE));
            }
            if (StorableText.isBlank(text)) {
                violations.add(Violation.at(JsonPointer.of(key), ReportingProblem.EXPLANATION_MISSING));
            } else if (StorableText.length(text) > MAX_LENGTH) {
                violations.add(Violation.at(JsonPointer.of(key), ReportingProblem.TOO_LONG, String.valueOf(MAX_LENGTH)));
            }
        });
        return violations;
    }
}
