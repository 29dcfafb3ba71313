package vn.cchc.survey.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The fields of a campaign in the audit trail. */
record CampaignAuditSnapshotV1(UUID id, String questionnaire, int questionnaireVersion, String indicator, int year,
        String title, LocalDate opensOn, LocalDate closesOn, Integer plannedSample, String state, Instant createdAt,
        Instant openedAt, Instant closedAt, Instant publishedAt, Integer resultVersion, DecisionV1 decision) {

    record DecisionV1(String number, LocalDate date, String signer, String reason) {

        static DecisionV1 of(Decision decision) {
            return decision == null ? null
                    : new DecisionV1(decision.number(), decision.date(), decision.signer(), decision.reason());
        }
    }

    static CampaignAuditSnapshotV1 of(Campaign campaign) {
        return new CampaignAuditSnapshotV1(campaign.id, campaign.questionnaire.code(), campaign.questionnaire.version(),
                campaign.indicator, campaign.year, campaign.title, campaign.opensOn, campaign.closesOn, campaign.plannedSample,
                campaign.state.name(), campaign.createdAt, campaign.openedAt, campaign.closedAt, campaign.publishedAt,
                campaign.resultVersion, DecisionV1.of(campaign.decision));
    }
}
