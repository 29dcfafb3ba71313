package vn.cchc.survey.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.CampaignState;
import vn.cchc.survey.stratum.Stratum;
import vn.cchc.survey.stratum.StratumView;

@Schema(name = "CampaignProgress", description = "Progress of a campaign")
record CampaignProgress(CampaignState state, @Schema(description = "Number of tokens issued", examples = "31") long invitations,
        @Schema(description = "Number of respondents who answered", examples = "26") long answers,
        @Schema(description = "Planned number of respondents", examples = "400", nullable = true) Long plannedSample,
        @Schema(description = "By the stratum (tầng) of the invitation, in the order of the campaign; the last one, with the code null, is that of invitations without a stratum") List<StratumProgress> strata) {

    @Schema(name = "StratumProgress", description = "Progress in one stratum")
    record StratumProgress(
            @Schema(description = "Code of the stratum; null for invitations without a stratum", examples = "PRIMARY-PARENTS", nullable = true) String code,
            @Schema(examples = "Cha mẹ học sinh tiểu học", nullable = true) String name,
            @Schema(examples = "Parents of primary pupils", nullable = true) String nameEn,
            @Schema(description = "Number of tokens issued", examples = "300") long invitations,
            @Schema(description = "Respondents who answered. Null where so few were invited or have answered that it would show who did, and in further strata from which this could be computed, or narrowed down to fewer than k numbers (k: suppressBelow), with the numbers of invitations and people. The result hides the same strata", examples = "26", nullable = true) Long answers,
            @Schema(description = "Planned number of respondents; null without a population", examples = "286", nullable = true) Long plannedSample,
            @Schema(description = "Number of people in the stratum (N); null if it is not known", examples = "1000", nullable = true) Long population) {
    }

    static CampaignProgress of(Campaign campaign, IntakeCounts.Count total, Map<String, IntakeCounts.StratumCount> counts,
            int suppressBelow) {
        var hidden = HiddenCounts.of(campaign.strata(), counts, campaign.ratingByStratum(), suppressBelow);
        List<StratumProgress> strata = new ArrayList<>();
        for (Stratum stratum : campaign.strata()) {
            StratumView view = StratumView.of(stratum, campaign.marginOfError());
            var count = counts.getOrDefault(stratum.code(), IntakeCounts.StratumCount.NONE);
            strata.add(new StratumProgress(view.code(), view.name(), view.nameEn(), count.invited(),
                    hidden.contains(view.code()) ? null : count.answered(), view.plannedSample(), view.population()));
        }
        var without = counts.getOrDefault("", IntakeCounts.StratumCount.NONE);
        strata.add(new StratumProgress(null, null, null, without.invited(), hidden.contains("") ? null : without.answered(),
                null, null));
        return new CampaignProgress(campaign.state(), total.invitations(), total.answers(), campaign.plannedSample(), strata);
    }
}
