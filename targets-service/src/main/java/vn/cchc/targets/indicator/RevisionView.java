package vn.cchc.targets.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;
import vn.cchc.values.IndicatorCode;

@Schema(name = "IndicatorRevision", description = "A change of an indicator's definition by a decision. Fields that are null stay as they were")
record RevisionView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CT05.1") IndicatorCode indicator,
        RevisionState state, @Schema(examples = "15/QĐ-SGDĐT", nullable = true) String decisionNumber,
        @Schema(nullable = true) LocalDate decisionDate, @Schema(examples = "Giám đốc Sở", nullable = true) String signer,
        String rationale, @Schema(description = "First day on which it is in force") LocalDate validFrom,
        @Schema(nullable = true) String name, @Schema(nullable = true) String nameEn,
        @Schema(nullable = true) String numerator, @Schema(nullable = true) String denominator,
        @Schema(nullable = true) Direction direction, @Schema(nullable = true) ContinuationRule continuationRule,
        @Schema(nullable = true) List<MilestoneView> milestones, @Schema(nullable = true) YearlyRise yearlyRise,
        @Schema(description = "The wording of the target that the indicator measures", nullable = true) String targetWording,
        @Schema(nullable = true) String targetNameEn,
        Instant draftedAt,
        @Schema(nullable = true) Instant issuedAt) implements Versioned {

    static RevisionView of(IndicatorRevision of) {
        return new RevisionView(of.revision(), of.id, of.indicator.code(), of.state, of.decisionNumber, of.decisionDate,
                of.signer, of.rationale, of.validFrom, of.name, of.nameEn, of.numerator, of.denominator, of.direction,
                of.continuationRule, of.milestones, YearlyRise.plain(of.yearlyRise), of.targetWording, of.targetNameEn,
                of.draftedAt, of.issuedAt);
    }
}
