package vn.cchc.reporting.calendar;

/** The level that sends a report to the level above, in the order in which a report passes them. */
public enum ReportingLevel {
    /** A unit, to the Department. */
    UNIT,
    /** The Department, to the province. */
    DEPARTMENT,
    /** The province, to the Government. */
    PROVINCE
}
