package vn.cchc.survey.dossier;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.invitation.ReferenceNumber;

@Schema(description = "Dossiers (hồ sơ) whose applicants are invited")
record NewDossierInvitations(@Schema(description = "1 to 1,000 dossiers") List<Dossier> dossiers) {

    private static final int MAX_DOSSIERS = 1_000;

    @Schema(name = "InvitedDossier", description = "A dossier of the one-stop software")
    record Dossier(
            @Schema(description = "Number of the dossier (mã hồ sơ), at most 100 characters. Neither stored nor logged. Capitals and spaces at the ends make no difference", examples = "000.00.15.H59-240912-0031") String number,
            @Schema(description = "Code of the stratum, or of the group of respondents; null if unknown", examples = "ONE-STOP", nullable = true) String stratum) {

        /** Without the number, which must not appear in a log. */
        @Override
        public String toString() {
            return "a dossier";
        }
    }

    NewDossierInvitations {
        dossiers = dossiers == null ? List.of() : List.copyOf(dossiers);
    }

    void validate(Campaign campaign) {
        ViolationCollector violations = new ViolationCollector();
        violations.require(!dossiers.isEmpty() && dossiers.size() <= MAX_DOSSIERS, "/dossiers",
                SurveyProblem.WRONG_NUMBER_OF_ITEMS,
                String.valueOf(MAX_DOSSIERS));
        for (int i = 0; i < dossiers.size() && dossiers.size() <= MAX_DOSSIERS; i++) {
            Dossier dossier = dossiers.get(i);
            ReferenceNumber.require(dossier.number(), "/dossiers/" + i + "/number", violations);
            violations.require(dossier.stratum() == null || campaign.stratumCodes().contains(dossier.stratum()),
                    "/dossiers/" + i + "/stratum", SurveyProblem.UNKNOWN_STRATUM, String.valueOf(dossier.stratum()));
        }
        violations.throwIfAny();
    }
}
