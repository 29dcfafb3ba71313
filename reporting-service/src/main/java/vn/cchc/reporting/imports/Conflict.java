package vn.cchc.reporting.imports;

import java.util.List;

import vn.cchc.rest.problem.ProblemType;

/**
 * Why a cell, a row or a file cannot be imported.
 *
 * @param sheet null for a CSV file
 * @param cell such as {@code D7}; null for the whole file
 * @param args texts for the detail of the type
 */
record Conflict(String sheet, String cell, ProblemType type, List<String> args) {
}
