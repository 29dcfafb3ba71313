package vn.cchc.survey.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.spreadsheet.FormulaGuard;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.spreadsheet.SheetRow;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** Reads paper forms from a file. The first row names the columns: number, stratum, and the code of each question. */
class PaperSheet {

    static final String NUMBER = "number";
    static final String STRATUM = "stratum";
    /** The other name of the column, for questionnaires with groups. */
    private static final String GROUP = "group";

    private final Questionnaire questionnaire;
    private final PaperCheck check;

    PaperSheet(Questionnaire questionnaire, PaperCheck check) {
        this.questionnaire = questionnaire;
        this.check = check;
    }

    /** @return the forms by row, as a spreadsheet counts them */
    Map<Integer, PaperForm> read(byte[] file, SheetReader reader) {
        List<SheetRow> rows = rows(file, reader);
        Map<Integer, PaperForm> forms = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return forms;
        }
        List<String> columns = columns(rows.get(0));
        rows.subList(1, rows.size()).forEach(row -> forms.put(row.number(), form(row, columns)));
        return forms;
    }

    private static List<SheetRow> rows(byte[] file, SheetReader reader) {
        try {
            return reader.read(file, PaperCheck.MAX_ROWS + 2);
        } catch (IOException e) {
            throw new ProblemException(SurveyProblem.UNREADABLE_FILE,
                    List.of(Violation.at("", SurveyProblem.UNREADABLE_FILE)));
        }
    }

    /** @return null for a column that is not known */
    private List<String> columns(SheetRow head) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : head.cells()) {
            // A question may have the code NUMBER.
            boolean question = cell != null && questionnaire.question(cell).isPresent();
            String column = !question && GROUP.equalsIgnoreCase(cell) ? STRATUM : cell;
            boolean fixed = !question && (NUMBER.equalsIgnoreCase(column) || STRATUM.equalsIgnoreCase(column));
            column = fixed ? column.toLowerCase(Locale.ROOT) : column;
            if (column != null && !fixed && !question) {
                check.add(head.number(), column, SurveyProblem.UNKNOWN_QUESTION, column);
            }
            if (column != null && !seen.add(column)) {
                check.add(head.number(), column, SurveyProblem.DUPLICATE_CODE, column);
            }
            columns.add(column);
        }
        if (!seen.contains(NUMBER)) {
            check.add(head.number(), NUMBER, SurveyProblem.MISSING);
        }
        check.throwIfAny();
        return columns;
    }

    private PaperForm form(SheetRow row, List<String> columns) {
        Map<String, Integer> answers = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        Map<String, String> fixed = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String cell = row.cell(i);
            Optional<Question> question = column == null ? Optional.empty() : questionnaire.question(column);
            if (column == null || cell == null) {
                continue;
            }
            if (question.isEmpty()) {
                fixed.put(column, cell);
            } else if (question.get().scale() == Scale.TEXT) {
                texts.put(column, FormulaGuard.unescape(cell));
            } else {
                number(row, question.get(), cell).ifPresent(number -> answers.put(column, number));
            }
        }
        return new PaperForm(fixed.get(NUMBER), fixed.get(STRATUM), answers, texts);
    }

    private Optional<Integer> number(SheetRow row, Question question, String cell) {
        if (cell.matches("[0-9]{1,9}")) {
            return Optional.of(Integer.valueOf(cell));
        }
        check.add(row.number(), question.code(), SurveyProblem.OUT_OF_RANGE, String.valueOf(question.lowest()),
                String.valueOf(question.highest()));
        return Optional.empty();
    }
}
