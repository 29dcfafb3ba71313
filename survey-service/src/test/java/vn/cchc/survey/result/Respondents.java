package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.stratum.Strata;

/** Respondents with their levels, and the counts that a closing makes of them. */
final class Respondents {

    record Respondent(String group, Map<String, Integer> levels) {

        long answers() {
            return levels.keySet().stream().filter(this::answered).count();
        }

        long satisfied() {
            return levels.keySet().stream().filter(this::answered).filter(question -> levels.get(question) >= 4).count();
        }

        boolean answered(String question) {
            return !question.equals("EXPECTATION") && levels.getOrDefault(question, 0) > 0;
        }
    }

    private final List<Respondent> all = new ArrayList<>();

    Respondents with(int people, String group, Map<String, Integer> levels) {
        for (int i = 0; i < people; i++) {
            all.add(new Respondent(group, Map.copyOf(levels)));
        }
        return this;
    }

    /** Two respondents exchange their groups. */
    Respondents exchanged(int first, int second) {
        Respondents changed = new Respondents();
        changed.all.addAll(all);
        changed.all.set(first, new Respondent(all.get(second).group(), all.get(first).levels()));
        changed.all.set(second, new Respondent(all.get(first).group(), all.get(second).levels()));
        return changed;
    }

    List<Respondent> all() {
        return all;
    }

    /** Pooled, by the groups of the questionnaire, with k = 5. */
    CampaignResult result(Questionnaire questionnaire) {
        return result(new SurveyDesign(questionnaire, Strata.of(List.of(), questionnaire), false, Method.POOLED, 5));
    }

    /** As a program counted them that does not count topics. */
    CampaignResult withoutTopics(Questionnaire questionnaire) {
        return new CampaignResult(new SurveyDesign(questionnaire, Strata.of(List.of(), questionnaire), false, Method.POOLED, 5),
                new SurveyCounts(answerCounts(), respondentCounts(), List.of(), List.of()), Invited.NOBODY, List.of(),
                Optional.empty());
    }

    /** The groups of the respondents are the strata of the design. All were invited. */
    CampaignResult result(SurveyDesign design) {
        return result(design, respondentCounts().stream()
                .map(count -> new Response(count.groupCode(), count.respondents(), count.respondents(), count.respondents()))
                .toList());
    }

    CampaignResult result(SurveyDesign design, Collection<Response> responses) {
        var counts = new SurveyCounts(answerCounts(), respondentCounts(), List.of(), tally(design).topicCounts());
        Invited invited = Invited.of(responses);
        var variances = new CampaignResult(design, counts, invited, responses, Optional.empty())
                .variances(tally(design).products());
        return new CampaignResult(design, counts, invited, responses, variances);
    }

    /** As the closing counts them. */
    private AnswerTally tally(SurveyDesign design) {
        AnswerTally tally = new AnswerTally(design.questionnaire(), true);
        List<Question> questions = design.questionnaire().questions();
        all.forEach(respondent -> tally.add(respondent.group(), questions.stream()
                .mapToInt(question -> respondent.levels().getOrDefault(question.code(), -1)).toArray()));
        return tally;
    }

    long where(Predicate<Respondent> chosen) {
        return all.stream().filter(chosen).count();
    }

    private Collection<AnswerCount> answerCounts() {
        Map<AnswerCount, Long> counts = new HashMap<>();
        all.forEach(respondent -> respondent.levels().forEach((question, level) -> counts
                .merge(new AnswerCount(respondent.group(), question, level.shortValue(), 0), 1L, Long::sum)));
        return counts.entrySet().stream().map(entry -> new AnswerCount(entry.getKey().groupCode(), entry.getKey().question(),
                entry.getKey().value(), entry.getValue())).toList();
    }

    private Collection<RespondentCount> respondentCounts() {
        return all.stream().collect(Collectors.toMap(Respondent::group, Respondents::count, RespondentCount::plus)).values();
    }

    private static RespondentCount count(Respondent respondent) {
        long m = respondent.answers();
        long s = respondent.satisfied();
        return new RespondentCount(respondent.group(), 1, m > 0 ? 1 : 0, m > 0 && s == m ? 1 : 0, m > 0 && s == 0 ? 1 : 0,
                m * m, s * s, m * s);
    }
}
