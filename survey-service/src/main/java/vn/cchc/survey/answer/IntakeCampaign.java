package vn.cchc.survey.answer;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.AnswerForm;
import vn.cchc.survey.seal.CampaignKey;

/**
 * What is kept of a campaign between two transactions.
 *
 * @param key null until the first answer was sealed
 */
record IntakeCampaign(Questionnaire questionnaire, AnswerForm form, CampaignKey key) {

    static IntakeCampaign of(Questionnaire questionnaire) {
        return new IntakeCampaign(questionnaire, new AnswerForm(questionnaire), null);
    }

    IntakeCampaign with(CampaignKey key) {
        return new IntakeCampaign(questionnaire, form, key);
    }

    byte[] seal(ValidatedAnswers answers) {
        return key.seal(form.write(answers.group(), answers.scores(), answers.texts()));
    }
}
