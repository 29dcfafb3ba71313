package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.precondition.ExpectedVersion;
import vn.cchc.values.UnitCode;

@Schema(description = "The figures of up to 500 units")
record NewEntries(
        @NotEmpty @Size(max = MAX_UNITS, message = "{cchc.ListSize.message}") List<@NotNull @Valid Row> rows) {

    static final int MAX_UNITS = 500;

    @Schema(name = "NewEntriesRow", description = "The figures of one unit")
    record Row(@NotNull @Pattern(regexp = UnitCode.SYNTAX) @Schema(examples = "VP") String unit,
            @Schema(description = "The `ETag` of the unit's figures or report, as in `If-Match`; null if there is no report yet", examples = "*", nullable = true) String ifMatch,
            @NotNull @Schema(description = "All figures of the unit, by indicator code") Map<String, @NotNull NewFigure> figures) {

        ChangeContext expectedBy(ChangeContext context) {
            ExpectedVersion expected = ifMatch == null ? ExpectedVersion.NONE : ExpectedVersion.ofIfMatch(List.of(ifMatch));
            return new ChangeContext(context.actor(), context.request(), context.traceId(), expected, context.reason());
        }
    }
}
