package vn.cchc.targets.task;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of a task on a day. It is never stored. */
@Schema(description = "NO_DEADLINE: chưa có thời hạn. IN_TIME: trong hạn. NEARLY_DUE: sắp đến hạn. OVERDUE: quá hạn. DONE_IN_TIME: hoàn thành đúng hạn, also without a deadline. DONE_LATE: hoàn thành quá hạn.")
public enum TaskState {
    NO_DEADLINE("Chưa có thời hạn", "No deadline"),
    IN_TIME("Trong hạn", "In time"),
    NEARLY_DUE("Sắp đến hạn", "Nearly due"),
    OVERDUE("Quá hạn", "Overdue"),
    DONE_IN_TIME("Hoàn thành đúng hạn", "Done in time"),
    DONE_LATE("Hoàn thành quá hạn", "Done late");

    private final String label;
    private final String labelEn;

    TaskState(String label, String labelEn) {
        this.label = label;
        this.labelEn = labelEn;
    }

    /**
     * The deadline itself is in time.
     *
     * @param deadline null if there is none
     * @param completedOn null while the task is open
     * @param nearlyDueDays the number of calendar days before the deadline in which an open task is nearly due
     */
    static TaskState of(LocalDate deadline, LocalDate completedOn, LocalDate today, int nearlyDueDays) {
        if (completedOn != null) {
            return deadline == null || !completedOn.isAfter(deadline) ? DONE_IN_TIME : DONE_LATE;
        }
        if (deadline == null) {
            return NO_DEADLINE;
        }
        if (deadline.isBefore(today)) {
            return OVERDUE;
        }
        return deadline.isAfter(today.plusDays(nearlyDueDays)) ? IN_TIME : NEARLY_DUE;
    }

    boolean isDone() {
        return this == DONE_IN_TIME || this == DONE_LATE;
    }

    String label() {
        return label;
    }

    String labelEn() {
        return labelEn;
    }
}
