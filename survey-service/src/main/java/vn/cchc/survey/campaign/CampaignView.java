package vn.cchc.survey.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.survey.indicator.Indicator;
import vn.cchc.survey.result.Aggregation;
import vn.cchc.survey.result.Weighting;
import vn.cchc.survey.stratum.StratumView;
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
        @Schema(description = "First day; the campaign opens by itself on it", nullable = true) LocalDate opensOn,
        @Schema(description = "Last day; the campaign accepts no answers after it, and closes by itself", nullable = true) LocalDate closesOn,
        @Schema(description = "Planned number of respondents: as given, or else the sum of those of the strata", examples = "400", nullable = true) Long plannedSample,
        CampaignState state, Instant createdAt, @Schema(nullable = true) Instant openedAt,
        @Schema(description = "When the campaign was closed; it accepts no answers since then", nullable = true) Instant closedAt,
        @Schema(nullable = true) Instant publishedAt,
        @Schema(description = "Version of the published result for the indicator and year; higher versions replace lower ones", examples = "1", nullable = true) Integer resultVersion,
        @Schema(description = "Decision by which this result replaced an earlier one", nullable = true) Decision decision,
        @Schema(description = "The parts of the population that are sampled and counted apart: those of the campaign, or else one for each group of the questionnaire") List<StratumView> strata,
        @Schema(description = "Margin of error of the planned sample, in percent", examples = "5") BigDecimal marginOfError,
        @Schema(description = "The ways in which answers may come") List<Mode> modes,
        @Schema(description = "Least number of respondents of a result that is published", examples = "30") int minRespondents,
        @Schema(description = "Figures of fewer respondents are suppressed (k)", examples = "5") int suppressBelow,
        @Schema(description = "How the answers are put together", examples = "POOLED") Aggregation aggregation,
        @Schema(description = "How much each stratum counts", examples = "NONE") Weighting weighting,
        @Schema(description = "SHA-256 of the frozen result, in hexadecimal; null until it is published", nullable = true) String resultHash,
        @Schema(description = "Whether the campaign is closed and its answers are still being counted in the background. There is no result meanwhile", examples = "false") boolean counting)
        implements
            Versioned {

    /** @param leastSuppressed the least number of respondents of a figure that is shown, by the settings */
    static CampaignView of(Campaign campaign, Optional<Indicator> indicator, int leastSuppressed) {
        return new CampaignView(campaign.revision(), campaign.id, campaign.questionnaire.code(),
                campaign.questionnaire.version(),
                campaign.indicator().orElse(null), indicator.map(Indicator::name).orElse(null),
                indicator.map(Indicator::nameEn).orElse(null), campaign.year, campaign.title, campaign.opensOn,
                campaign.closesOn, campaign.plannedSample(), campaign.state, campaign.createdAt, campaign.openedAt,
                campaign.closedAt(), campaign.publishedAt, campaign.resultVersion, campaign.decision,
                campaign.strata().stream().map(stratum -> StratumView.of(stratum, campaign.marginOfError)).toList(),
                campaign.marginOfError, campaign.modes, campaign.minRespondents(leastSuppressed),
                campaign.suppressBelow(leastSuppressed), campaign.aggregation, campaign.weighting, campaign.resultHash,
                campaign.isCounting());
    }
}
