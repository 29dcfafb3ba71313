package vn.cchc.survey.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import vn.cchc.survey.campaign.CampaignAuditSnapshotV2.StratumV1;

/** The fields of a campaign in the audit trail since answers are counted after the closing. */
record CampaignAuditSnapshotV3(UUID id, String questionnaire, int questionnaireVersion, String indicator, int year,
        String title, LocalDate opensOn, LocalDate closesOn, Integer plannedSample, String state, Instant createdAt,
        Instant openedAt, Instant closedAt, Instant publishedAt, Integer resultVersion,
        CampaignAuditSnapshotV1.DecisionV1 decision, List<StratumV1> strata, BigDecimal marginOfError, List<String> modes,
        Integer minRespondents, Integer suppressBelow, String aggregation, String weighting, String resultHash,
        boolean counting) {

    static CampaignAuditSnapshotV3 of(Campaign campaign) {
        return new CampaignAuditSnapshotV3(campaign.id, campaign.questionnaire.code(), campaign.questionnaire.version(),
                campaign.indicator, campaign.year, campaign.title, campaign.opensOn, campaign.closesOn, campaign.plannedSample,
                campaign.state.name(), campaign.createdAt, campaign.openedAt, campaign.closedAt(), campaign.publishedAt,
                campaign.resultVersion, CampaignAuditSnapshotV1.DecisionV1.of(campaign.decision),
                campaign.ownStrata.stream().map(StratumV1::of).toList(), campaign.marginOfError,
                campaign.modes.stream().map(Mode::name).toList(), campaign.minRespondents, campaign.suppressBelow,
                campaign.aggregation.name(), campaign.weighting.name(), campaign.resultHash, campaign.isCounting());
    }
}
