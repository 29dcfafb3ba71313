package vn.cchc.survey.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.survey.indicator.Indicator;
import vn.cchc.values.IndicatorCode;

@Schema(name = "Campaign", description = "One collection window of a questionnaire (đợt khảo sát)")
record CampaignView(@JsonIgnore Revision revision, @Schema(examples = "019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e") UUID id,
        @Schema(description = "Code of the questionnaire", examples = "EDUCATION") String questionnaire,
        @Schema(description = "Version of the questionnaire", examples = "1") int questionnaireVersion,
        @Schema(description = "Code of the indicator (chỉ số); null for internal use", examples = "CT16", nullable = true) IndicatorCode indicator,
        @Schema(description = "Name of the indicator in the plan; null until its definition is received from targets-service", examples = "Mức độ hài lòng của người dân về cung cấp dịch vụ giáo dục công lập", nullable = true) String indicatorName,
        @Schema(examples = "Satisfaction of citizens with the provision of public education services", nullable = true) String indicatorNameEn,
        @Schema(description = "The year for which the result counts", examples = "2025") int year,
        @Schema(examples = "Khảo sát sự hài lòng về dịch vụ giáo dục công lập năm 2025") String title,
        @Schema(description = "Planned first day", nullable = true) LocalDate opensOn,
        @Schema(description = "Planned last day", nullable = true) LocalDate closesOn,
        @Schema(description = "Planned number of respondents", examples = "400", nullable = true) Integer plannedSample,
        CampaignState state, Instant createdAt, @Schema(nullable = true) Instant openedAt,
        @Schema(nullable = true) Instant closedAt, @Schema(nullable = true) Instant publishedAt,
        @Schema(description = "Version of the published result for the indicator and year; higher versions replace lower ones", examples = "1", nullable = true) Integer resultVersion,
        @Schema(description = "Decision by which this result replaced an earlier one", nullable = true) Decision decision)
        implements
            Versioned {

    static CampaignView of(Campaign campaign, Optional<Indicator> indicator) {
        return new CampaignView(campaign.revision(), campaign.id, campaign.questionnaire.code(),
                campaign.questionnaire.version(),
                campaign.indicator().orElse(null), indicator.map(Indicator::name).orElse(null),
                indicator.map(Indicator::nameEn).orElse(null), campaign.year, campaign.title, campaign.opensOn,
                campaign.closesOn, campaign.plannedSample, campaign.state, campaign.createdAt, campaign.openedAt,
                campaign.closedAt, campaign.publishedAt, campaign.resultVersion, campaign.decision);
    }
}
