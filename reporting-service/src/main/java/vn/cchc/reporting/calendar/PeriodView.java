package vn.cchc.reporting.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@Schema(description = "A reporting period (kỳ báo cáo) with its window and its deadlines; all dates are local dates of Việt Nam")
record PeriodView(@Schema(examples = "2025Q1") PeriodCode code,
        @Schema(examples = "CCHC") RegimeCode regime,
        @Schema(description = "The reporting year", examples = "2025") int year,
        @Schema(description = "First day of the window", examples = "2024-12-15") LocalDate from,
        @Schema(description = "Last day of the window, on which figures are cut off (ngày chốt số liệu)", examples = "2025-03-14") LocalDate cutOff,
        @Schema(description = "First day of the reporting year", examples = "2024-12-15") LocalDate yearFrom,
        @Schema(description = "Last day of the reporting year", examples = "2025-12-14") LocalDate yearTo,
        @Schema(description = "Whether the window is the whole reporting year") boolean annual,
        @Schema(description = "The last day on which a report of the unit, the Department and the province is on time") Map<ReportingLevel, LocalDate> deadlines,
        @Schema(description = "Whether the regime no longer requires reports for the period") boolean cancelled,
        @Schema(description = "One higher after each change of the window or of a deadline", examples = "1") long version,
        @Schema(description = "Version of the regime from which the period is derived", examples = "1") int regimeVersion,
        @Schema(description = "Time at which this version was recorded") Instant recordedAt) {

    static PeriodView of(Period period) {
        Map<ReportingLevel, LocalDate> deadlines = new EnumMap<>(ReportingLevel.class);
        Arrays.stream(ReportingLevel.values()).forEach(level -> deadlines.put(level, period.deadline(level)));
        return new PeriodView(period.code(), period.regime(), period.year, period.from, period.to, period.yearFrom,
                period.yearTo, period.annual, deadlines, period.cancelled, period.version, period.regimeVersion,
                period.recordedAt);
    }
}
