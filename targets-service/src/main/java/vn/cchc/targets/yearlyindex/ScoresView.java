package vn.cchc.targets.yearlyindex;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IndexScores", description = "A version of the scores of an index for a year")
record ScoresView(@Schema(description = "One higher for each version", examples = "1") int version,
        @Schema(description = "The version of the criteria by which they were given", examples = "1") int criteriaSetVersion,
        List<CriterionScore> scores, @Schema(nullable = true) Integer rank, @Schema(nullable = true) Integer rankOf,
        @Schema(description = "Why values of the version before it were changed", nullable = true) String reason,
        Instant recordedAt) {

    static ScoresView of(IndexScores of) {
        return new ScoresView(of.version, of.criteriaSetVersion, of.scores, of.rank, of.rankOf, of.reason, of.recordedAt);
    }
}
