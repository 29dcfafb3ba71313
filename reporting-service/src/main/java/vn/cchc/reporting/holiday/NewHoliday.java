package vn.cchc.reporting.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

@Schema(description = "The day to enter, or its changed content", examples = NewHoliday.EXAMPLE)
record NewHoliday(@NotNull @Schema(examples = "2027-02-05") LocalDate date, @NotNull HolidayType type,
        @NotBlank @Size(max = 200) @Schema(examples = "Tết Âm lịch") String name,
        @NotBlank @Size(max = 200) @Schema(examples = "Lunar New Year") String nameEn,
        @NotBlank @Size(max = 2000) @Schema(description = "The rule or the notice on which the day is based", examples = "Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh") String source,
        @Size(max = 100) @Schema(description = "Number of the document; null if it has none or is not known", nullable = true) String documentNumber,
        @Schema(description = "Whether the day was compared with the notice, or follows from the law alone") boolean confirmed) {

    static final String EXAMPLE = """
            {"date": "2027-02-05", "type": "PUBLIC_HOLIDAY", "name": "Tết Âm lịch", "nameEn": "Lunar New Year",
             "source": "Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh", "documentNumber": null, "confirmed": true}""";

    List<Violation> violations() {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return type == HolidayType.COMPENSATORY_WORKING_DAY && !weekend
                ? List.of(Violation.at("/date", ReportingProblem.NOT_A_WEEKEND, date.toString()))
                : List.of();
    }
}
