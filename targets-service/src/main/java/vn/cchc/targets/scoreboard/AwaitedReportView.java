package vn.cchc.targets.scoreboard;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.result.AwaitedReport;
import vn.cchc.targets.unit.Unit;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.UnitCode;

@Schema(name = "AwaitedReport", description = "A report for which a result waits")
record AwaitedReportView(@Schema(description = "Code of the unit that must report", examples = "VP") UnitCode unit,
        @Schema(description = "Its name; null if it is not known here yet", examples = "Văn phòng", nullable = true) String name,
        @Schema(nullable = true) String nameEn,
        @Schema(description = "Code of the period", examples = "2025") PeriodCode period,
        @Schema(description = "The last day on which the report is on time", examples = "2025-12-16") LocalDate due,
        @Schema(description = "Whether that day is past and the report is not handed in") boolean overdue) {

    /** @param unit null if it is not known yet */
    static AwaitedReportView of(AwaitedReport of, Unit unit) {
        return new AwaitedReportView(of.unit(), unit == null ? null : unit.name(), unit == null ? null : unit.nameEn(),
                of.period(), of.due(), of.overdue());
    }
}
