package vn.cchc.reporting.reminder;

/** Why a unit is reminded of its report. */
enum ReminderKind {
    /** The deadline is near (sắp đến hạn). */
    ABOUT_TO_BE_DUE,
    /** Today is the deadline (đến hạn). */
    DUE,
    /** The deadline is past (quá hạn). */
    LATE,
    /** The Department has returned the report (bị trả lại). */
    RETURNED
}
