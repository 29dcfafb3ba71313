package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.IndicatorRevision;
import vn.cchc.values.IndicatorCode;

@Schema(description = "What a draft would change if it were issued now")
record RevisionPreview(UUID revision, @Schema(examples = "CT05.1") IndicatorCode indicator,
        @Schema(description = "Whether its first day has passed, so that verdicts that were given already change") boolean retroactive,
        @Schema(description = "The issued revisions that change some of the same fields") List<Overlap> overlaps,
        @Schema(description = "The years of the plan whose verdict or flags would change, and only these") List<VerdictChange> changes) {

    @Schema(name = "RevisionOverlap", description = "An issued revision that changes some of the same fields")
    record Overlap(UUID revision, @Schema(examples = "12/QĐ-SGDĐT") String decisionNumber, LocalDate validFrom,
            @Schema(description = "The fields that both change", examples = "[\"milestones\"]") Set<String> fields,
            @Schema(description = "Whether the draft replaces these fields of it from the draft's first day on; otherwise the draft ends for these fields when that revision begins") boolean replaced) {

        static Optional<Overlap> of(IndicatorRevision draft, IndicatorRevision issued) {
            Set<String> fields = issued.fields();
            fields.retainAll(draft.fields());
            return fields.isEmpty() ? Optional.empty()
                    : Optional.of(new Overlap(issued.id(), issued.decisionNumber(), issued.validFrom(), fields,
                            !issued.validFrom().isAfter(draft.validFrom())));
        }
    }

    @Schema(description = "A verdict that would change")
    record VerdictChange(@Schema(examples = "2026") int year, Judgement before, Judgement after) {

        boolean isOne() {
            return before.verdict != after.verdict || !before.flags.equals(after.flags);
        }
    }

    @Schema(description = "A verdict with its milestone")
    record Judgement(Verdict verdict, Set<Flag> flags,
            @Schema(description = "The milestone that binds, or the first one to come", nullable = true) ScoreboardView.Due milestone,
            @Schema(description = "The result in percent of the milestone", nullable = true) BigDecimal shareOfMilestone) {

        static Judgement of(Assessment of) {
            return new Judgement(of.verdict(), of.flags(), ScoreboardView.Due.of(of), of.shareOfMilestone());
        }
    }

    static RevisionPreview of(IndicatorRevision draft, List<VerdictChange> all, LocalDate today) {
        return new RevisionPreview(draft.id(), draft.indicator().code(), draft.validFrom().isBefore(today),
                draft.indicator().issuedRevisions().stream().map(issued -> Overlap.of(draft, issued)).flatMap(Optional::stream)
                        .toList(),
                all.stream().filter(VerdictChange::isOne).toList());
    }
}
