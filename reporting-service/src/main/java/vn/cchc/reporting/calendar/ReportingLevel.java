package vn.cchc.reporting.calendar;

/** Who sends a report on. */
public enum ReportingLevel {
    /** A unit, to the Department. */
    UNIT,
    /** The Department, to the province. */
    DEPARTMENT,
    /** The province, to the Government. */
    PROVINCE
}
