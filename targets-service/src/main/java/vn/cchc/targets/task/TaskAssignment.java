package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(description = "Who carries out a task, until when, and with which budget")
record TaskAssignment(
        @Schema(description = "The unit that leads it (đơn vị chủ trì); null if none is assigned", examples = "VP", nullable = true) UnitCode leadUnit,
        @NotNull @Size(max = 100, message = "{cchc.ListSize.message}") @Schema(description = "The units that co-ordinate (đơn vị phối hợp)", examples = "[\"CNTT\"]") List<@NotNull UnitCode> coordinatingUnits,
        @Schema(description = "The last day on which its completion is in time; null if there is no deadline", examples = "2025-06-30", nullable = true) LocalDate deadline,
        @Min(0) @Max(MAX_BUDGET) @Schema(description = "In VND; null if none is set", examples = "120000000", nullable = true) Long budget) {

    /** The largest whole number that every client of JSON reads exactly. */
    static final long MAX_BUDGET = 9_007_199_254_740_991L;
}
