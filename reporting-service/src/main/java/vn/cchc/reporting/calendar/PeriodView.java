package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A reporting period (kỳ báo cáo) with its window and its deadlines; all dates are local dates of Việt Nam")
record PeriodView(@Schema(examples = "2025Q1") String code, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025") int year,
        @Schema(description = "First day of the window", examples = "2024-12-15") LocalDate from,
        @Schema(description = "Last day of the window, on which figures are cut off (ngày chốt số liệu)", examples = "2025-03-14") LocalDate cutOff,
        @Schema(description = "The last day in time, for the unit, the Department and the province") Map<ReportingLevel, LocalDate> deadlines) {

    static PeriodView of(Regime regime, Period period) {
        Map<ReportingLevel, LocalDate> deadlines = new EnumMap<>(ReportingLevel.class);
        Arrays.stream(ReportingLevel.values()).forEach(level -> deadlines.put(level, regime.deadline(period, level)));
        return new PeriodView(period.code(), regime.code(), period.year(), period.from(), period.to(), deadlines);
    }
}
