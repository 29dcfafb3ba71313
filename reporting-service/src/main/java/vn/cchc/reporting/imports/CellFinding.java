package vn.cchc.reporting.imports;

import vn.cchc.reporting.quality.Finding;

/**
 * A finding of the quality gate, with its place in the file.
 *
 * @param unit null for a finding about the period
 * @param indicator null without a figure
 * @param cell such as {@code D7}; null if the file has no row of this figure
 */
record CellFinding(String unit, String indicator, String sheet, String cell, Finding finding) {
}
