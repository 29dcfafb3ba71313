package vn.cchc.targets.yearlyindex;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CriteriaSet", description = "A version of the criteria by which an index is measured in a year")
record CriteriaSetView(@Schema(examples = "PAR-INDEX") String index, @Schema(examples = "2024") int year,
        @Schema(description = "One higher for each set of the year", examples = "1") int version,
        List<Criterion> criteria, @Schema(nullable = true) String document,
        @Schema(description = "Why it replaces the version before it", nullable = true) String reason, Instant recordedAt) {

    static CriteriaSetView of(CriteriaSet of) {
        return new CriteriaSetView(of.yearlyIndex, of.year, of.version, of.criteria, of.document, of.reason, of.recordedAt);
    }
}
