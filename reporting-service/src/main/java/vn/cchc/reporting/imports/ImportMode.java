package vn.cchc.reporting.imports;

/** What happens to the other rows if one cannot be imported. */
public enum ImportMode {
    /** Nothing is imported. */
    ALL_OR_NOTHING,
    /** The other rows are imported. */
    ROW_BY_ROW
}
