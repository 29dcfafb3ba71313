package vn.cchc.reporting.report;

/** Where a report stands. */
public enum ReportState {
    /** Being written. */
    DRAFT,
    /** Handed to the unit's head, who submits it. */
    AWAITING_UNIT_HEAD,
    /** With the Department, for review. */
    SUBMITTED,
    /** Accepted: its figures count. */
    ACCEPTED,
    /** Returned with a reason (trả lại). */
    RETURNED,
    /** Taken back by the unit before acceptance. */
    WITHDRAWN;

    /** Whether figures and text may be changed. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == WITHDRAWN;
    }
}
