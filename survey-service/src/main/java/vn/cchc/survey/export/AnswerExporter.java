package vn.cchc.survey.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.spreadsheet.CsvTable;
import vn.cchc.spreadsheet.Table;
import vn.cchc.spreadsheet.XlsxTable;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.result.SuppressionConfig;

/** Writes the answers of closed campaigns, without anything that tells whose they are. Rows are streamed. */
@ApplicationScoped
class AnswerExporter {

    /** Each occupies a database connection until its reader has received the last row. */
    private static final int MAX_CONCURRENT_EXPORTS = 2;

    private final DataSource database;
    private final SuppressionConfig suppression;
    private final ObjectMapper json;
    private final Semaphore slots = new Semaphore(MAX_CONCURRENT_EXPORTS);

    AnswerExporter(DataSource database, SuppressionConfig suppression, ObjectMapper json) {
        this.database = database;
        this.suppression = suppression;
        this.json = json;
    }

    /**
     * Refuses an export in which a row would be one of few with the same numbers, and one with other numbers than an earlier
     * export.
     */
    void requireAnonymous(Campaign campaign, AnswerColumns columns) {
        try (Connection connection = database.getConnection()) {
            if (!rows(connection, campaign, columns).exist()) {
                throw new ProblemException(SurveyProblem.ANSWERS_NOT_ANONYMOUS,
                        columns.identifying().stream()
                                .map(code -> Violation.at("without", SurveyProblem.IDENTIFYING_NUMBER, code)).toList(),
                        minimum(campaign));
            }
            keepNumbers(connection, campaign, columns.identifying());
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Two files with different numbers could be joined by the other answers, and a class of the pair could be small. */
    private static void keepNumbers(Connection connection, Campaign campaign, List<String> numbers) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update campaign set exported_numbers = coalesce(exported_numbers, ?) where id = ? returning exported_numbers")) {
            update.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            update.setObject(2, campaign.id());
            try (ResultSet row = update.executeQuery()) {
                row.next();
                List<String> first = List.of((String[]) row.getArray(1).getArray());
                if (!first.equals(numbers)) {
                    throw new ProblemException(SurveyProblem.OTHER_NUMBERS_EXPORTED,
                            first.isEmpty() ? "-" : String.join(", ", first));
                }
            }
        }
    }

    /** @param hidden the strata that the result hides */
    void writeCsv(Campaign campaign, AnswerColumns columns, Set<String> hidden, OutputStream out) throws IOException {
        Table table = new CsvTable(out);
        writeRows(campaign, columns, hidden, table);
        table.finish();
    }

    /** @param hidden the strata that the result hides */
    void writeXlsx(Campaign campaign, AnswerColumns columns, Set<String> hidden, OutputStream out) throws IOException {
        XlsxTable table = new XlsxTable(out, "Answers");
        writeRows(campaign, columns, hidden, table);
        table.beginSheet("Codebook");
        for (List<Object> row : Codebook.rows(campaign)) {
            table.add(row);
        }
        table.finish();
    }

    private void writeRows(Campaign campaign, AnswerColumns columns, Set<String> hidden, Table table) throws IOException {
        if (!slots.tryAcquire()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try (Connection connection = database.getConnection()) {
            List<Object> titles = new ArrayList<>(List.of("stratum"));
            titles.addAll(columns.codes());
            table.add(titles);
            connection.setAutoCommit(false);
            try {
                rows(connection, campaign, columns).write(table, hidden);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        } finally {
            slots.release();
        }
    }

    private AnonymousRows rows(Connection connection, Campaign campaign, AnswerColumns columns) {
        return new AnonymousRows(connection, campaign.id(), columns, minimum(campaign), json);
    }

    private int minimum(Campaign campaign) {
        return campaign.suppressBelow(suppression.minRespondents());
    }
}
