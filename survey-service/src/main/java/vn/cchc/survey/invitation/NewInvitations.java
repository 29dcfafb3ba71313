package vn.cchc.survey.invitation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.stratum.StratumChoice;

@Schema(description = "Input of new invitations")
record NewInvitations(@Schema(description = "Number of invitations, 1 to 10,000", examples = "31") Integer count,
        @Schema(description = "Code of the group of respondents, in a campaign without strata of its own; null if unknown", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Code of the stratum (tầng) to which all of them belong; null if unknown", examples = "PRIMARY-PARENTS-VP", nullable = true) String stratum) {

    private static final int MAX_COUNT = 10_000;

    void validate(Campaign campaign) {
        ViolationCollector violations = new ViolationCollector();
        violations.requireRange(1, MAX_COUNT, count, "/count");
        new StratumChoice(stratum, group).addViolations(violations, campaign.stratumCodes());
        violations.throwIfAny();
    }

    /** Null if it is unknown. */
    String stratumCode() {
        return new StratumChoice(stratum, group).code();
    }
}
