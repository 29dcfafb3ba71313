package vn.cchc.survey.export;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import vn.cchc.spreadsheet.Table;
import vn.cchc.survey.result.CampaignTables;

/**
 * The answers of a closed campaign by k-anonymity: at least k rows have the same stratum and the same numbers. The rows of a
 * stratum that the result hides have none, so that they tell no more of it. A row in a class of fewer than k loses its stratum;
 * if the rows without a stratum are fewer than k then, those of the smallest other class with the same numbers lose it too.
 * Where fewer than k rows have the same numbers at all, nothing can be exported.
 */
class AnonymousRows {

    private static final int ROWS_AT_A_TIME = 2_000;

    private static final String ANSWERS = """
            %s as answer
            cross join lateral (select array(select scores ->> code from unnest(?::text[]) as code)) as identifying (numbers)
            """;

    private static final String SMALLEST = "select coalesce(min(size), 0) from (select count(*) as size from " + ANSWERS
            + "group by numbers) as totals";

    private static final String ANSWERS_OF_SHOWN = ANSWERS + """
            cross join lateral (select case when group_code <> all (?::text[]) then group_code end) as shown (stratum)
            """;

    // The ids are random. The order is another one for other columns: two exports must not be joined row by row.
    private static final String ROWS = """
            with classes as materialized (
              select numbers, stratum, count(*) as size from %1$s group by numbers, stratum),
            ranked as (
              select numbers, stratum, size,
                sum(size) filter (where size < ? or stratum is null) over (partition by numbers) as without_stratum,
                row_number() over (partition by numbers, size < ? or stratum is null order by size, stratum) as place
              from classes)
            select case when size < ? or without_stratum < ? and place = 1 then null else ranked.stratum end, scores
            from %1$s join ranked on ranked.numbers = identifying.numbers
              and coalesce(ranked.stratum, '') = coalesce(shown.stratum, '')
            order by md5(answer.id || ?)""";

    private static final TypeReference<Map<String, Integer>> SCORES = new TypeReference<>() {
    };

    private final Connection connection;
    private final UUID campaign;
    private final AnswerColumns columns;
    private final int minimum;
    private final ObjectReader json;

    /** @param minimum k */
    AnonymousRows(Connection connection, UUID campaign, AnswerColumns columns, int minimum, ObjectMapper json) {
        this.connection = connection;
        this.campaign = campaign;
        this.columns = columns;
        this.minimum = minimum;
        this.json = json.readerFor(SCORES);
    }

    /** Whether enough rows have the same numbers, whatever the numbers are. */
    boolean exist() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SMALLEST.formatted(table()))) {
            select.setArray(1, identifying());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) >= minimum;
            }
        }
    }

    /**
     * Passes one row after another to the table; the connection must not commit by itself.
     *
     * @param hidden the strata that the result hides
     */
    void write(Table table, Set<String> hidden) throws SQLException, IOException {
        String rows = ROWS.formatted(ANSWERS_OF_SHOWN.formatted(table()));
        try (PreparedStatement select = connection.prepareStatement(rows)) {
            select.setFetchSize(ROWS_AT_A_TIME);
            select.setArray(1, identifying());
            select.setArray(2, codes(hidden));
            for (int parameter = 3; parameter <= 6; parameter++) {
                select.setInt(parameter, minimum);
            }
            select.setArray(7, identifying());
            select.setArray(8, codes(hidden));
            select.setString(9, String.join(" ", columns.codes()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    table.add(cells(row));
                }
            }
        }
    }

    private List<Object> cells(ResultSet row) throws SQLException, IOException {
        List<Object> cells = new ArrayList<>(columns.questions().size() + 1);
        cells.add(row.getString(1) == null ? "" : row.getString(1));
        Map<String, Integer> scores = json.readValue(row.getString(2));
        columns.questions().forEach(question -> {
            Integer score = scores.get(question.code());
            cells.add(score == null ? "" : score);
        });
        return cells;
    }

    /** A long export of the table of all campaigns would delay the closing of the others. */
    private String table() {
        return CampaignTables.name("answer", campaign);
    }

    private Array identifying() throws SQLException {
        return codes(columns.identifying());
    }

    private Array codes(Collection<String> codes) throws SQLException {
        return connection.createArrayOf("text", codes.toArray());
    }
}
