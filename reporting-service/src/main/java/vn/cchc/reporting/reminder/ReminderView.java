package vn.cchc.reporting.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reminder", description = "A reminder of a unit's report (đôn đốc)")
record ReminderView(UUID id,
        @Schema(description = "ABOUT_TO_BE_DUE: the deadline is near; DUE: today is the deadline; LATE: the deadline is past; RETURNED: the Department has returned the report") ReminderKind kind,
        @Schema(examples = "CCHC") String regime, @Schema(examples = "2025Q1") String period,
        @Schema(examples = "VP") String unit,
        @Schema(description = "Last day on which the report is on time, with the extensions of that time", examples = "2025-03-17") LocalDate deadline,
        Instant issuedAt) {

    static ReminderView of(Reminder of) {
        return new ReminderView(of.id, of.kind, of.regime, of.period, of.unit, of.deadline, of.issuedAt);
    }
}
