package vn.cchc.reporting.report;

/** The state of a report. */
public enum ReportState {
    /** In preparation (đang soạn thảo). */
    DRAFT,
    /** Handed over to the unit head, who submits it (chờ thủ trưởng đơn vị). */
    AWAITING_UNIT_HEAD,
    /** Under review by the Department (đã gửi, chờ duyệt). */
    SUBMITTED,
    /** Accepted: its figures count (đã duyệt). */
    ACCEPTED,
    /** Returned with a reason (trả lại). */
    RETURNED,
    /** Withdrawn by the unit before acceptance (đã rút). */
    WITHDRAWN;

    /** Whether figures, text and evidence can be changed. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == WITHDRAWN;
    }
}
