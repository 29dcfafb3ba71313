package vn.cchc.survey.answer;

import java.time.LocalDate;

import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.CampaignState;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.AnswerForm;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.stratum.StratumCodes;

/**
 * What is kept of a campaign between two transactions.
 *
 * @param version that of the campaign; a draft may still change
 * @param lastDay the last day on which answers are accepted; null if there is none
 * @param key null until the first answer was sealed
 */
public record IntakeCampaign(long version, Questionnaire questionnaire, StratumCodes strata, LocalDate lastDay, AnswerForm form,
        CampaignKey key) {

    public static IntakeCampaign of(Campaign campaign) {
        return new IntakeCampaign(campaign.version(), campaign.questionnaire(), campaign.stratumCodes(), campaign.lastDay(),
                new AnswerForm(campaign.questionnaire(), campaign.stratumCodes()), null);
    }

    /** A campaign whose last day is over is closed before its answers are counted. */
    CampaignState stateOn(LocalDate today, CampaignState state) {
        boolean over = state == CampaignState.OPEN && lastDay != null && lastDay.isBefore(today);
        return over ? CampaignState.CLOSED : state;
    }

    public IntakeCampaign with(CampaignKey key) {
        return new IntakeCampaign(version, questionnaire, strata, lastDay, form, key);
    }

    public byte[] seal(ValidatedAnswers answers) {
        return key.seal(form.write(answers.group(), answers.scores(), answers.texts()));
    }
}
