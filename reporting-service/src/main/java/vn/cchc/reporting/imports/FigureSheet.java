package vn.cchc.reporting.imports;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.report.NewFigure;
import vn.cchc.reporting.report.Rating;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.spreadsheet.FormulaGuard;
import vn.cchc.spreadsheet.SheetRow;
import vn.cchc.spreadsheet.SheetRows;

/** A file of figures: its first row names the columns, each further row is one figure. */
class FigureSheet implements Closeable {

    private static final int MAX_SHOWN = 40;
    private static final int MAX_LONG_DIGITS = 19;
    private static final Map<String, Rating> RATINGS = Map.of("NOT_ACHIEVED", Rating.NOT_ACHIEVED, "PARTLY_ACHIEVED",
            Rating.PARTLY_ACHIEVED, "ACHIEVED", Rating.ACHIEVED, "CHƯA ĐẠT", Rating.NOT_ACHIEVED, "ĐẠT MỘT PHẦN",
            Rating.PARTLY_ACHIEVED, "ĐẠT", Rating.ACHIEVED);

    private final SheetRows rows;
    private final NumberLocale locale;
    private final Map<ImportColumn, Integer> columns = new EnumMap<>(ImportColumn.class);
    private final List<Conflict> conflicts = new ArrayList<>();

    FigureSheet(SheetRows rows, FigureImport job) throws IOException {
        this.rows = rows;
        this.locale = job.locale();
        requireTemplateOf(job);
        readHeader();
    }

    private void requireTemplateOf(FigureImport job) {
        Map<String, String> given = rows.properties();
        Map.of("regime", job.regime, "period", job.period, "locale", job.locale, "version", Template.VERSION)
                .forEach((property, wanted) -> {
                    String actual = given.getOrDefault(property, wanted);
                    if (!actual.equals(wanted)) {
                        conflicts.add(conflict(null, ReportingProblem.OTHER_TEMPLATE, property, shown(actual), wanted));
                    }
                });
    }

    private void readHeader() throws IOException {
        SheetRow header = rows.next();
        for (int i = 0; header != null && i < header.cells().size(); i++) {
            String title = header.cell(i);
            Optional<ImportColumn> column = Optional.ofNullable(title).flatMap(ImportColumn::titled);
            if (title != null && (column.isEmpty() || columns.putIfAbsent(column.get(), i) != null)) {
                conflicts.add(conflict(header.nameOf(i), ReportingProblem.UNKNOWN_COLUMN, shown(title), titles()));
            }
        }
        Stream.of(ImportColumn.values()).filter(column -> !column.isName() && !columns.containsKey(column))
                .forEach(column -> conflicts.add(conflict(null, ReportingProblem.COLUMN_MISSING, column.title(locale))));
    }

    private String titles() {
        return String.join(", ", Stream.of(ImportColumn.values()).map(column -> column.title(locale)).toList());
    }

    /** Those of the whole file; no row is read then. */
    List<Conflict> conflicts() {
        return conflicts;
    }

    String name() {
        return rows.sheet();
    }

    /** Reads the rows that are left, without their meaning. */
    int count() throws IOException {
        int count = 0;
        while (rows.next() != null) {
            count++;
        }
        return count;
    }

    /** @return null after the last row */
    EnteredRow next() throws IOException {
        SheetRow row = rows.next();
        if (row == null) {
            return null;
        }
        List<Conflict> found = new ArrayList<>();
        String statement = cell(row, ImportColumn.STATEMENT);
        NewFigure figure = new NewFigure(number(row, ImportColumn.NUMERATOR, found),
                number(row, ImportColumn.DENOMINATOR, found),
                rating(row, found), statement == null ? null : FormulaGuard.unescape(statement));
        return new EnteredRow(row, cell(row, ImportColumn.UNIT), cell(row, ImportColumn.INDICATOR), figure, found);
    }

    private String cell(SheetRow row, ImportColumn column) {
        return row.cell(columns.get(column));
    }

    private Long number(SheetRow row, ImportColumn column, List<Conflict> found) {
        String text = cell(row, column);
        if (text == null) {
            return null;
        }
        if (isShortNumber(text)) {
            return Long.valueOf(text);
        }
        boolean stored = row.isNumber(columns.get(column));
        Optional<BigDecimal> number = stored ? Optional.of(new BigDecimal(text)) : locale.parse(text);
        if (number.isEmpty()) {
            found.add(at(row, column, ReportingProblem.NUMBER_FORMAT, shown(text), locale.tag()));
            return null;
        }
        BigDecimal value = number.get().stripTrailingZeros();
        if (value.scale() > 0) {
            found.add(at(row, column, ReportingProblem.NOT_A_WHOLE_NUMBER, shown(text)));
            return null;
        }
        if (value.precision() - value.scale() > MAX_LONG_DIGITS || value.toBigInteger().bitLength() >= Long.SIZE) {
            found.add(at(row, column, ReportingProblem.NUMBER_FORMAT, shown(text), locale.tag()));
            return null;
        }
        return value.longValueExact();
    }

    /** Digits alone mean the same in every locale; most figures are written so. */
    private static boolean isShortNumber(String text) {
        return text.length() < MAX_LONG_DIGITS && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private Rating rating(SheetRow row, List<Conflict> found) {
        String text = cell(row, ImportColumn.RATING);
        Rating rating = text == null ? null : RATINGS.get(text.toUpperCase());
        if (text != null && rating == null) {
            found.add(at(row, ImportColumn.RATING, ReportingProblem.UNKNOWN_RATING, shown(text)));
        }
        return rating;
    }

    String cell(int row, ImportColumn column) {
        return SheetRow.nameOf(columns.get(column), row);
    }

    Conflict at(SheetRow row, ImportColumn column, ProblemType type, Object... args) {
        return conflict(row.nameOf(columns.get(column)), type, args);
    }

    private Conflict conflict(String cell, ProblemType type, Object... args) {
        return new Conflict(rows.sheet(), cell, type, Stream.of(args).map(String::valueOf).toList());
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + '…';
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
