package vn.cchc.reporting.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.values.PeriodCode;

/** A part of a reporting year for which reports are required, such as the first quarter. */
@Schema(name = "PeriodType", description = "A part of a reporting year for which reports are required")
record PeriodType(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{0,8}") @Schema(description = "The part of the period's code after the year; empty for the year itself", examples = "Q1") String suffix,
        @Min(1) @Max(12) @Schema(description = "First month of the window, counted from the first month of the reporting year", examples = "1") int firstMonth,
        @Min(1) @Max(12) @Schema(description = "Last month of the window", examples = "3") int lastMonth) {

    PeriodCode code(int year) {
        return new PeriodCode(year + suffix);
    }

    @JsonIgnore
    boolean isAnnual() {
        return firstMonth == 1 && lastMonth == 12;
    }
}
