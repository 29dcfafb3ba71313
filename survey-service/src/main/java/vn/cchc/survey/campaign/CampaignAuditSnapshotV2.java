package vn.cchc.survey.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import vn.cchc.survey.stratum.Stratum;

/**
 * The fields of a campaign in the audit trail before answers were counted in the background; {@link CampaignAuditSnapshotV3} is
 * written now.
 */
record CampaignAuditSnapshotV2(UUID id, String questionnaire, int questionnaireVersion, String indicator, int year,
        String title, LocalDate opensOn, LocalDate closesOn, Integer plannedSample, String state, Instant createdAt,
        Instant openedAt, Instant closedAt, Instant publishedAt, Integer resultVersion,
        CampaignAuditSnapshotV1.DecisionV1 decision, List<StratumV1> strata, BigDecimal marginOfError, List<String> modes,
        Integer minRespondents, Integer suppressBelow, String aggregation, String weighting, String resultHash) {

    record StratumV1(String code, String name, String nameEn, String group, String unit, String place, Long population) {

        static StratumV1 of(Stratum of) {
            return new StratumV1(of.code(), of.name(), of.nameEn(), of.groupCode(), of.unit(), of.place(), of.population());
        }
    }
}
