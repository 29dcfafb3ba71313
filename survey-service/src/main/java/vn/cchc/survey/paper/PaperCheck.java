package vn.cchc.survey.paper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.answer.ValidatedAnswers;
import vn.cchc.survey.invitation.ReferenceNumber;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.stratum.StratumCodes;

/** Finds all violations of the forms of a batch, at most a thousand. */
class PaperCheck {

    /** How a violation points to a member of a form. */
    enum PointerFormat {
        /** Such as {@code /rows/6/answers/OVERALL}. */
        JSON,
        /** Row and column of a file, such as {@code /7/OVERALL}. */
        SHEET
    }

    static final int MAX_ROWS = 5_000;
    private static final int MAX_VIOLATIONS = 1_000;

    private final Questionnaire questionnaire;
    private final StratumCodes strata;
    private final PointerFormat pointers;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    PaperCheck(Questionnaire questionnaire, StratumCodes strata, PointerFormat pointers) {
        this.questionnaire = questionnaire;
        this.strata = strata;
        this.pointers = pointers;
    }

    /**
     * @param forms by position in JSON, by row in a file
     * @return the answers by number of their form
     */
    Map<ReferenceNumber, ValidatedAnswers> validate(Map<Integer, PaperForm> forms) {
        Map<ReferenceNumber, ValidatedAnswers> valid = new LinkedHashMap<>();
        if (forms.isEmpty() || forms.size() > MAX_ROWS) {
            add(Violation.at(pointers == PointerFormat.JSON ? "/rows" : "", SurveyProblem.WRONG_NUMBER_OF_ITEMS,
                    String.valueOf(MAX_ROWS)));
            throwIfAny();
        }
        forms.forEach((row, form) -> validate(row, form, valid));
        throwIfAny();
        return valid;
    }

    private void validate(int row, PaperForm form, Map<ReferenceNumber, ValidatedAnswers> valid) {
        try {
            requireNumber(form);
        } catch (ProblemException e) {
            addAll(row, e);
        }
        try {
            ValidatedAnswers answers = ValidatedAnswers.of(form.answer(), questionnaire, strata, null);
            if (violations.isEmpty()) {
                valid.put(form.reference(), answers);
            }
        } catch (ProblemException e) {
            addAll(row, e);
        }
    }

    private void requireNumber(PaperForm form) {
        ViolationCollector found = new ViolationCollector();
        ReferenceNumber.require(form.number(), "/number", found);
        found.throwIfAny();
        found.require(numbers.add(form.reference().text()), "/number", SurveyProblem.REPEATED_NUMBER);
        found.throwIfAny();
    }

    private void addAll(int row, ProblemException refused) {
        refused.violations().forEach(
                each -> add(new Violation(at(row, each.pointer()), each.type(), each.args(), each.detail())));
    }

    private String at(int row, String pointer) {
        if (pointers == PointerFormat.JSON) {
            return JsonPointer.of("rows", row) + pointer;
        }
        // Members such as answers have no column.
        return JsonPointer.of(row) + (pointer.indexOf('/', 1) < 0 ? pointer : pointer.substring(pointer.indexOf('/', 1)));
    }

    void add(int row, String column, SurveyProblem type, Object... args) {
        add(Violation.at(JsonPointer.of(row, column), type, args));
    }

    private void add(Violation violation) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        }
    }

    void throwIfAny() {
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }
}
