package vn.cchc.reporting.pending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.holiday.WorkingDays;

@Schema(name = "PendingReport", description = "A submitted report that waits for its review")
record PendingReportView(UUID report, @Schema(examples = "CCHC") String regime, @Schema(examples = "2025Q1") String period,
        @Schema(examples = "VP") String unit, @Schema(examples = "Văn phòng") String unitName,
        @Schema(description = "The version that waits; from 2 on it is a correction", examples = "1") int version,
        @Schema(description = "Since when it waits") Instant submittedAt,
        @Schema(description = "Number of working days after the day of the submission, until today", examples = "2") long waitingWorkingDays,
        @Schema(description = "Number of whole hours since the submission, on working days and days off", examples = "70") long waitingHours,
        @Schema(description = "Last day on which the Department's report for the period is on time; null for a correction", examples = "2025-03-18", nullable = true) LocalDate due,
        @Schema(description = "Whether that day is past", examples = "false") boolean overdue) {

    static PendingReportView of(PendingReport report, WorkingDays calendar, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        LocalDate submitted = LocalDate.ofInstant(report.submittedAt(), clock.getZone());
        return new PendingReportView(report.id(), report.regime(), report.period(), report.unit(), report.unitName(),
                report.version(), report.submittedAt(), calendar.between(submitted, today),
                Duration.between(report.submittedAt(), clock.instant()).toHours(), report.due(),
                report.due() != null && report.due().isBefore(today));
    }
}
