package vn.cchc.reporting.holiday;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(description = "A day off, or a weekend day on which work is made up")
record HolidayView(@JsonIgnore Revision revision, @Schema(examples = "2025-05-02") LocalDate date, HolidayType type,
        @Schema(examples = "Nghỉ hoán đổi, làm bù ngày 26/4/2025") String name,
        @Schema(examples = "Day off in exchange for 2025-04-26") String nameEn,
        @Schema(description = "The rule or the notice on which the day is based") String source,
        @Schema(description = "Number of the document; null if it has none or is not known", nullable = true) String documentNumber,
        @Schema(description = "Whether the day was compared with the notice, or follows from the law alone") boolean confirmed,
        @Schema(description = "Whether the day was removed; it then has no effect") boolean removed,
        @Schema(description = "One higher after each change", examples = "1") long version) implements Versioned {

    static HolidayView of(Holiday day) {
        return new HolidayView(day.revision(), day.date, day.type, day.name, day.nameEn, day.source, day.documentNumber,
                day.confirmed,
                day.removed, day.version);
    }
}
