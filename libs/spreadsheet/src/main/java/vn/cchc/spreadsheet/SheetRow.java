package vn.cchc.spreadsheet;

import java.util.BitSet;
import java.util.List;

/**
 * A row of a file as texts.
 *
 * @param number as a spreadsheet shows it; the first row is 1
 * @param cells in Unicode normal form C, without space at the ends; null for an empty cell
 * @param numbers the cells that the file stores as numbers, with a point before the decimals
 */
public record SheetRow(int number, List<String> cells, BitSet numbers) {

    private static final int LETTERS = 26;

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell == null);
    }

    /** @return null if the row ends before this column */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    public boolean isNumber(int column) {
        return numbers.get(column);
    }

    /** The name of a cell of this row, such as {@code D7}. */
    public String nameOf(int column) {
        return nameOf(column, number);
    }

    public static String nameOf(int column, int row) {
        return columnName(column) + row;
    }

    private static String columnName(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : columnName(column / LETTERS - 1) + last;
    }
}
