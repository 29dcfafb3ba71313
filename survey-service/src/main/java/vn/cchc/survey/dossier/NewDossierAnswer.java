package vn.cchc.survey.dossier;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.answer.NewAnswer;
import vn.cchc.survey.answer.ValidatedAnswers;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.invitation.InvitationToken;
import vn.cchc.survey.invitation.ReferenceNumber;

@Schema(description = "What an applicant answered about a dossier in another system")
record NewDossierAnswer(
        @Schema(description = "Number of the dossier (mã hồ sơ), at most 100 characters. Neither stored nor logged. Capitals and spaces at the ends make no difference", examples = "000.00.15.H59-240912-0031") String number,
        @Schema(description = "Code of the stratum, or of the group of respondents; by default that of the dossier's invitation", examples = "ONE-STOP", nullable = true) String stratum,
        @Schema(description = "Value by code of the question, as for `createAnswer`", examples = "{\"OVERALL\": 5}") Map<String, Integer> answers,
        @Schema(description = "Text by code of the question, as for `createAnswer`", nullable = true) Map<String, String> texts) {

    void validate(Campaign campaign) {
        ViolationCollector violations = new ViolationCollector();
        ReferenceNumber.require(number, "/number", violations);
        violations.addAll(() -> ValidatedAnswers.of(new NewAnswer("", answers, null, texts, stratum), campaign.questionnaire(),
                campaign.stratumCodes(), null));
        violations.throwIfAny();
    }

    ReferenceNumber reference() {
        return ReferenceNumber.of(ReferenceNumber.Source.DOSSIER, number);
    }

    NewAnswer with(InvitationToken token) {
        return new NewAnswer(token.text(), answers, null, texts, stratum);
    }

    /** Without number and answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "an answer about a dossier";
    }
}
