package vn.cchc.reporting.spreadsheet;

import java.util.List;

/**
 * A row of a file as texts.
 *
 * @param number as a spreadsheet shows it; the first row is 1
 * @param cells in Unicode normal form C, without space at the ends; null for an empty cell
 */
public record SheetRow(int number, List<String> cells) {

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell == null);
    }
}
