package vn.cchc.survey.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.AnswerCount;
import vn.cchc.survey.result.CountedAnswers;
import vn.cchc.survey.result.Invited;
import vn.cchc.survey.result.RespondentCount;
import vn.cchc.survey.stratum.NewStratum;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

final class CampaignFixture {

    static final LocalDate DAY = LocalDate.of(2025, 12, 1);
    static final Instant MORNING = Instant.parse("2025-12-01T02:00:00Z");

    static final int MIN_RESPONDENTS = 5;

    private CampaignFixture() {
    }

    static NewCampaign request(LocalDate opensOn, LocalDate closesOn, NewStratum... strata) {
        return new NewCampaign("SIPAS", 2024, "Khảo sát năm 2024", opensOn, closesOn, strata.length == 0 ? 400 : null,
                List.of(strata), null, null, null, null, null, null);
    }

    static NewStratum stratum(String code, Integer population) {
        return new NewStratum(code, "Tầng " + code, "Stratum " + code, null, null, null, population);
    }

    static Campaign draft() {
        var request = request(null, null);
        Campaign campaign = new Campaign(request, QuestionnaireFixture.service(), MORNING);
        campaign.id = UUID.fromString("0199e2a4-5c00-7000-8000-000000000001");
        return campaign;
    }

    static Campaign open() {
        Campaign campaign = draft();
        campaign.open(DAY, MORNING);
        return campaign;
    }

    static Campaign closedWithoutAnswers() {
        Campaign campaign = open();
        campaign.close(MORNING);
        campaign.complete(new CountedAnswers(new Invited(40, 31), MIN_RESPONDENTS, Optional.empty()));
        return campaign;
    }

    /** 31 people answered the overall question, 26 of them satisfied. */
    static Campaign closed() {
        Campaign campaign = closedWithoutAnswers();
        campaign.answerCounts.add(new AnswerCount("", "OVERALL", (short) 5, 20));
        campaign.answerCounts.add(new AnswerCount("", "OVERALL", (short) 4, 6));
        campaign.answerCounts.add(new AnswerCount("", "OVERALL", (short) 2, 5));
        campaign.respondentCounts.add(new RespondentCount("", 31, 31, 26, 5, 31, 26, 26));
        return campaign;
    }

    static Campaign published() {
        Campaign campaign = closed();
        publish(campaign, 0, Optional.empty());
        return campaign;
    }

    static SurveyResultPublished publish(Campaign campaign, int latestVersion, Optional<Decision> decision) {
        return publish(campaign, latestVersion, decision, MIN_RESPONDENTS);
    }

    static SurveyResultPublished publish(Campaign campaign, int latestVersion, Optional<Decision> decision, int settings) {
        ResultSeries series = new ResultSeries(new IndicatorCode("CT15"), new PlanCode("KH-SGDDT-2022"), 2024, latestVersion);
        return campaign.publish(series, decision, settings, "surveyor", MORNING).event().orElseThrow();
    }
}
