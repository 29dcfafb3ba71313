/** Files of spreadsheets (CSV, XLSX): rows are read one by one, and what would take too much memory is refused. */
package vn.cchc.spreadsheet;
