package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.IndicatorView.MilestoneView;

@Schema(name = "IndicatorDefinition", description = "What an indicator means from a day on")
record DefinitionView(
        @Schema(description = "First day; null for the definition of the plan", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null while no later revision is issued", nullable = true) LocalDate validTo,
        @Schema(description = "Id of the revision that begins on the first day; null for the definition of the plan", nullable = true) UUID revision,
        @Schema(description = "Number of its decision", examples = "15/QĐ-SGDĐT", nullable = true) String decisionNumber,
        String name, String nameEn, @Schema(nullable = true) String numerator, @Schema(nullable = true) String denominator,
        @Schema(nullable = true) Direction direction, ContinuationRule continuationRule, List<MilestoneView> milestones,
        @Schema(nullable = true) YearlyRise yearlyRise) {

    static DefinitionView of(Definition of, LocalDate validFrom, LocalDate validTo) {
        IndicatorRevision last = of.revisions().isEmpty() ? null : of.revisions().get(of.revisions().size() - 1);
        return new DefinitionView(validFrom, validTo, last == null ? null : last.id,
                last == null ? null : last.decisionNumber, of.name(), of.nameEn(), of.numerator(), of.denominator(),
                of.direction(), of.continuationRule(), of.milestones().stream().map(MilestoneView::of).toList(),
                YearlyRise.plain(of.yearlyRise()));
    }
}
