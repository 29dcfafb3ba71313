package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.indicator.Indicator;

@Schema(description = "What changed between two submissions, field by field")
record RoundDiffView(int round,
        @Schema(description = "The round before; null if there is none in this version", nullable = true) Integer previousRound,
        @Schema(description = "The accepted version that the correction comes from, for the first round of a correction", nullable = true) Integer acceptedVersion,
        List<Difference> differences) {

    @Schema(name = "RoundDifference")
    record Difference(@Schema(examples = "figures/CT05.1") String field,
            @Schema(description = "Name of the indicator; null for text and evidence", nullable = true) String label,
            @Schema(nullable = true) String labelEn,
            @Schema(description = "Value before; null for none", implementation = Object.class, nullable = true) Object before,
            @Schema(description = "Value after; null for none", implementation = Object.class, nullable = true) Object after) {
    }

    /** @param indicators by code */
    static List<Difference> differences(RoundContentV1 before, RoundContentV1 after, Map<String, Indicator> indicators) {
        var old = before.fields();
        var now = after.fields();
        return before.differences(after).stream().map(field -> {
            Indicator indicator = field.indicator().map(indicators::get).orElse(null);
            return new Difference(field.name(), indicator == null ? null : indicator.name(),
                    indicator == null ? null : indicator.nameEn(), old.get(field), now.get(field));
        }).toList();
    }
}
