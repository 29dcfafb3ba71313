package vn.cchc.survey.answer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A superuser who reads all tables there are, with the system columns of each row. */
public class TableReader implements AutoCloseable {

    /** @param attributes what rows can be ordered by or compared: every column, xmin, ctid and the time of the commit */
    record Row(String table, Map<String, String> attributes) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection superuser;

    public TableReader(String url, String password) throws SQLException {
        superuser = DriverManager.getConnection(url, "postgres", password);
        superuser.createStatement().execute("create extension if not exists pageinspect");
    }

    List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (String table : texts(
                """
                        select oid::regclass::text from pg_class where relkind in ('r', 'm') and relnamespace = 'public'::regnamespace""")) {
            // The transaction of a row that was frozen has no time any more.
            try (ResultSet row = superuser.createStatement().executeQuery(
                    """
                            select to_jsonb(t) - 'campaign', lpad(xmin::text, 12, '0'), lpad(split_part(trim('()' from ctid::text), ',', 1), 9, '0')
                              || lpad(split_part(trim('()' from ctid::text), ',', 2), 9, '0'),
                              case when xmin::text::bigint > 2 then pg_xact_commit_timestamp(xmin)::text end from %s t"""
                            .formatted(table))) {
                while (row.next()) {
                    rows.add(new Row(table, attributes(row)));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> attributes(ResultSet row) throws SQLException {
        Map<String, String> attributes = new TreeMap<>();
        JsonNode columns = read(row.getString(1));
        columns.properties().forEach(column -> attributes.put(column.getKey(),
                column.getValue().isTextual() ? column.getValue().textValue() : column.getValue().toString()));
        attributes.put("xmin", row.getString(2));
        attributes.put("ctid", row.getString(3));
        attributes.put("committed", String.valueOf(row.getString(4)));
        return attributes;
    }

    /** The rows of all views of statistics, of what runs, and of sequences. */
    List<String> statistics() throws SQLException {
        superuser.createStatement().execute("analyze");
        List<String> rows = new ArrayList<>();
        for (String view : texts("""
                select viewname from pg_views where schemaname = 'pg_catalog'
                and (viewname like 'pg_stat%' or viewname in ('pg_sequences', 'pg_locks', 'pg_prepared_statements'))""")) {
            rows.addAll(texts("select row_to_json(v)::text from " + view + " v"));
        }
        return rows;
    }

    /** The tables on whose pages, dead row versions included, the text can be read. */
    List<String> tablesWith(String text) throws SQLException {
        return texts(
                """
                        select distinct relation.oid::regclass::text
                        from pg_class relation
                        cross join lateral generate_series(0, pg_relation_size(relation.oid) / 8192 - 1) as block
                        where relation.relkind in ('r', 't') and relation.relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
                        and position('%s'::bytea in get_raw_page(relation.oid::regclass::text, block)) > 0"""
                        .formatted(text));
    }

    public List<String> texts(String query) throws SQLException {
        try (ResultSet row = superuser.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    /** The scores by question if the text is an answer in plain. */
    static Map<String, Integer> answer(String text) {
        if (text == null || !text.startsWith("{\"")) {
            return Map.of();
        }
        JsonNode object = read(text);
        boolean isAnswer = object.has("OVERALL") && StreamSupport.stream(object.spliterator(), false).allMatch(JsonNode::isInt);
        Map<String, Integer> scores = new TreeMap<>();
        if (isAnswer) {
            object.properties().forEach(score -> scores.put(score.getKey(), score.getValue().intValue()));
        }
        return scores;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
