package vn.cchc.system.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a program can rely on in a database: the columns of tables and views, the constraints, the functions.
 *
 * @param columns {@code table.column} → its type and {@code not null}, {@code default}
 * @param constraints {@code table: definition}
 * @param functions with their parameters
 */
record Schema(Map<String, String> columns, Set<String> constraints, Set<String> functions) {

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)
              || case when a.attnotnull then ' not null' else '' end
              || case when a.atthasdef or a.attidentity <> '' then ' default' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped and c.relname <> 'flyway_schema_history'""";
    // 'n' is a column's not null, which COLUMNS has.
    private static final String CONSTRAINTS = """
            select c.relname || ': ' || pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where c.relnamespace = 'public'::regnamespace and not c.relispartition and k.contype in ('p', 'u', 'f', 'c', 'x')
              and c.relname <> 'flyway_schema_history'""";
    private static final String FUNCTIONS = """
            select p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' from pg_proc p
            where p.pronamespace = 'public'::regnamespace""";

    static Schema of(Connection database) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (ResultSet rows = database.createStatement().executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return new Schema(columns, texts(database, CONSTRAINTS), texts(database, FUNCTIONS));
    }

    private static Set<String> texts(Connection database, String query) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (ResultSet rows = database.createStatement().executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    List<String> lines() {
        return Stream.of(columns.entrySet().stream().map(column -> "column " + column.getKey() + " " + column.getValue()),
                constraints.stream().map(text -> "constraint " + text), functions.stream().map(text -> "function " + text))
                .flatMap(each -> each).toList();
    }

    static Schema parse(List<String> lines) {
        var schema = new Schema(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            switch (parts[0]) {
                case "column" -> schema.columns.put(parts[1], parts[2]);
                case "constraint" -> schema.constraints.add(line.substring("constraint ".length()));
                case "function" -> schema.functions.add(line.substring("function ".length()));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return schema;
    }

    /** Why a program of the earlier release would not work with this schema any more. */
    List<String> breaks(Schema earlier) {
        List<String> found = new ArrayList<>();
        earlier.columns.forEach((column, was) -> {
            String is = columns.get(column);
            if (is == null) {
                found.add(column + " is missing");
            } else if (!type(is).equals(type(was))) {
                found.add(column + " was " + type(was) + " and is " + type(is));
            } else if (isRequired(is) && !isRequired(was)) {
                found.add(column + " must be given now");
            }
        });
        columns.forEach((column, is) -> {
            if (!earlier.columns.containsKey(column) && earlier.hasTable(table(column)) && isRequired(is)) {
                found.add(column + " is new, and must be given");
            }
        });
        earlier.constraints.stream().filter(constraint -> !constraints.contains(constraint))
                .forEach(constraint -> found.add("missing or changed: " + constraint));
        constraints.stream()
                .filter(constraint -> !earlier.constraints.contains(constraint) && earlier.hasTable(table(constraint)))
                .forEach(constraint -> found.add("new or changed: " + constraint));
        earlier.functions.stream().filter(function -> !functions.contains(function))
                .forEach(function -> found.add(function + " is missing"));
        return found;
    }

    private boolean hasTable(String table) {
        return columns.keySet().stream().anyMatch(column -> table(column).equals(table));
    }

    private static String table(String columnOrConstraint) {
        return columnOrConstraint.split("[.:]")[0];
    }

    private static String type(String column) {
        return column.replaceFirst("( not null)?( default)?$", "");
    }

    /** An insert of the earlier release that does not name the column fails. */
    private static boolean isRequired(String column) {
        return column.endsWith(" not null");
    }
}
