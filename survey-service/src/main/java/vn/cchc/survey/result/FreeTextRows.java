package vn.cchc.survey.result;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

import org.postgresql.copy.CopyManager;

/** The texts of answers, each a row of its own. They are sorted by chance when all of a campaign are there. */
class FreeTextRows {

    private final String target;
    private final List<String> questions;
    private final StringBuilder rows = new StringBuilder();

    /** @param answers the table that takes the answers in plain; that of the texts is named like it */
    FreeTextRows(String answers, List<String> questions) {
        this.target = answers.replaceFirst("^new_answer_", "unsorted_free_text_");
        this.questions = questions;
    }

    /** @param texts by the order of the questions; null if not answered by a text */
    void add(String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                rows.append(questions.get(i)).append('\t');
                texts[i].chars().forEach(this::append);
                rows.append('\n');
            }
        }
    }

    /** In the text format of COPY. */
    private void append(int character) {
        switch (character) {
            case '\\' -> rows.append("\\\\");
            case '\t' -> rows.append("\\t");
            case '\n' -> rows.append("\\n");
            case '\r' -> rows.append("\\r");
            default -> rows.append((char) character);
        }
    }

    void write(CopyManager copy) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            copy.copyIn("copy " + target + " (question, content) from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.setLength(0);
    }
}
