package vn.cchc.survey.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.questionnaire.Topic;
import vn.cchc.survey.stratum.Stratum;

/** Arranges what was counted by the strata of the design. */
final class CountedStrata {

    private final SurveyDesign design;
    private final List<String> questions;
    private final Map<String, List<AnswerCount>> answers;
    private final Map<String, RespondentCount> people;
    private final Map<String, List<TopicRespondentCount>> topics;

    private CountedStrata(SurveyDesign design, SurveyCounts counts) {
        this.design = design;
        this.questions = codes(design.questionnaire().questions(Scale.LEVEL));
        this.answers = counts.answers().stream().collect(groupingBy(AnswerCount::groupCode));
        this.people = counts.respondents().stream()
                .collect(toMap(RespondentCount::groupCode, Function.identity(), RespondentCount::plus));
        this.topics = counts.topics().stream().collect(groupingBy(TopicRespondentCount::groupCode));
    }

    /** In the order of the campaign, and at last the respondents without a stratum. */
    static List<StratumCounts> of(SurveyDesign design, SurveyCounts counts) {
        CountedStrata counted = new CountedStrata(design, counts);
        List<StratumCounts> all = new ArrayList<>();
        design.strata().forEach(stratum -> all.add(counted.of(stratum, stratum.code())));
        all.add(counted.of(null, StratumCounts.NONE));
        return all;
    }

    static List<String> codes(List<Question> questions) {
        return questions.stream().map(Question::code).toList();
    }

    private StratumCounts of(Stratum stratum, String code) {
        Map<String, List<AnswerCount>> byQuestion = answers.getOrDefault(code, List.of()).stream()
                .collect(groupingBy(AnswerCount::question));
        Map<String, Satisfaction> levels = new HashMap<>();
        questions.stream().filter(byQuestion::containsKey)
                .forEach(question -> levels.put(question, Satisfaction.of(byQuestion.get(question))));
        List<AnswerCount> percents = design.questionnaire().questions(Scale.PERCENT).stream()
                .flatMap(question -> byQuestion.getOrDefault(question.code(), List.of()).stream()).toList();
        RespondentCount all = people.getOrDefault(code, RespondentCount.none(code));
        return new StratumCounts(stratum, all, levels, peopleByQuestions(code, all), Expectation.of(percents));
    }

    private Map<List<String>, RespondentCount> peopleByQuestions(String code, RespondentCount all) {
        Map<List<String>, RespondentCount> byQuestions = new HashMap<>();
        Map<String, RespondentCount> byTopic = topics.getOrDefault(code, List.of()).stream()
                .collect(toMap(TopicRespondentCount::topic, TopicRespondentCount::people));
        design.questionnaire().topics().stream().map(Topic::code).filter(byTopic::containsKey)
                .forEach(topic -> byQuestions.put(codes(design.questionnaire().levelsOf(topic)), byTopic.get(topic)));
        byQuestions.put(questions, all);
        return byQuestions;
    }
}
