package vn.cchc.survey.invitation;

import java.util.Locale;

import vn.cchc.rest.text.StorableText;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

/**
 * The number of a dossier or of a paper form. It is neither stored nor logged: the token of an invitation is derived from it
 * with the key of the campaign, which the closing deletes.
 *
 * @param text in composed capitals, with single spaces and none at the ends: the same number is often written in different ways
 */
public record ReferenceNumber(Source source, String text) {

    public enum Source {
        DOSSIER,
        PAPER
    }

    private static final int MAX_LENGTH = 100;

    public static ReferenceNumber of(Source source, String given) {
        return new ReferenceNumber(source,
                StorableText.normalised(given).strip().replaceAll("[\\s\\p{Z}]+", " ").toUpperCase(Locale.ROOT));
    }

    public static void require(String given, String pointer, ViolationCollector violations) {
        boolean present = given != null && !StorableText.isBlank(given);
        violations.require(present, pointer, SurveyProblem.MISSING);
        violations.require(!present || given.length() <= MAX_LENGTH, pointer, SurveyProblem.TOO_LONG,
                String.valueOf(MAX_LENGTH));
    }

    /** Without the number, which must not appear in a log. */
    @Override
    public String toString() {
        return "a reference number";
    }
}
