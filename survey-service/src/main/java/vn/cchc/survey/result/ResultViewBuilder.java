package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.result.ResultView.ExpectationView;
import vn.cchc.survey.result.ResultView.IntervalView;
import vn.cchc.survey.result.ResultView.NumbersView;
import vn.cchc.survey.result.ResultView.PartView;
import vn.cchc.survey.result.ResultView.ProportionView;
import vn.cchc.survey.result.ResultView.ResponseView;
import vn.cchc.survey.result.ResultView.YesNoView;

/** Puts together what is shown of a result. */
final class ResultViewBuilder {

    private final CampaignResult result;
    private final Questionnaire questionnaire;
    private final Method method;
    private final int suppressBelow;

    ResultViewBuilder(CampaignResult result) {
        this.result = result;
        this.questionnaire = result.questionnaire();
        this.method = result.design().method();
        this.suppressBelow = result.design().suppressBelow();
    }

    ResultView build() {
        if (result.isSuppressed()) {
            return suppressed();
        }
        List<StratumCounts> all = result.strata();
        Satisfaction whole = result.satisfaction();
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                method.name(), CampaignResult.METHOD_VERSION, result.intervalMethod(), false,
                result.respondents().respondents(), whole.answers(), whole.satisfied(), rate(all, result.questions()),
                score(all, result.questions()), IntervalView.of(result.interval()), fullySatisfied(all),
                expectation(all, false), result.responseRate().map(ProportionView::of).orElse(null), topics(), questions(),
                groups(), result.isInterim(), yesNo(), numbers(), method.aggregation(), method.weighting(),
                method.weighting() == Weighting.NONE ? null : ProportionView.of(result.coveredPopulation()), units(), strata(),
                null);
    }

    private ResultView suppressed() {
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                method.name(), CampaignResult.METHOD_VERSION, result.intervalMethod(), true, null, null, null, null, null, null,
                null, null, null, List.of(), List.of(), List.of(), result.isInterim(), List.of(), List.of(),
                method.aggregation(), method.weighting(), null, List.of(), List.of(), null);
    }

    private BigDecimal rate(List<StratumCounts> of, List<String> questions) {
        Fraction rate = result.estimate(Measure.SATISFIED, of, questions);
        return rate == null ? null : rate.percent();
    }

    private BigDecimal score(List<StratumCounts> of, List<String> questions) {
        Fraction score = result.estimate(Measure.SCORE, of, questions);
        return score == null ? null : score.rounded();
    }

    private ProportionView fullySatisfied(List<StratumCounts> of) {
        RespondentCount people = CampaignResult.people(of);
        Fraction share = result.estimate(Measure.FULLY_SATISFIED, of, List.of());
        return new ProportionView(people.fullySatisfied(), people.rating(), share == null ? null : share.percent());
    }

    /** @param hidden whether it is hidden for the sake of another part */
    private ExpectationView expectation(List<StratumCounts> of, boolean hidden) {
        if (questionnaire.questions(Scale.PERCENT).isEmpty()) {
            return null;
        }
        Expectation expectation = CampaignResult.expectation(of);
        if (hidden || expectation.answers() < suppressBelow) {
            return ExpectationView.SUPPRESSED;
        }
        return new ExpectationView(false, expectation.answers(),
                result.estimate(Measure.EXPECTATION, of, List.of()).rounded());
    }

    private List<PartView> topics() {
        Set<String> hidden = result.suppressedTopicsAndQuestions().topics();
        return questionnaire.topics().stream()
                .map(topic -> hidden.contains(topic.code())
                        ? PartView.suppressed(topic.code(), topic.name(), topic.nameEn())
                        : ofQuestions(topic.code(), topic.name(), topic.nameEn(), result.questionsOf(topic.code()), null))
                .toList();
    }

    private List<PartView> questions() {
        Set<String> hidden = result.suppressedTopicsAndQuestions().questions();
        return questionnaire.questions(Scale.LEVEL).stream()
                .map(question -> hidden.contains(question.code())
                        ? PartView.suppressed(question.code(), question.text(), question.textEn())
                        : ofQuestions(question.code(), question.text(), question.textEn(), List.of(question.code()),
                                IntervalView.of(result.intervalOfQuestion(question.code()))))
                .toList();
    }

    private PartView ofQuestions(String code, String name, String nameEn, List<String> questions, IntervalView interval) {
        Satisfaction part = CampaignResult.satisfaction(result.strata(), questions);
        return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(), rate(result.strata(), questions),
                score(result.strata(), questions), null, null, null, interval, null);
    }

    private List<PartView> groups() {
        Set<String> hidden = result.suppressedStrata().groups();
        return result.isInterim() ? List.of()
                : questionnaire.groups().stream()
                        .map(group -> hidden.contains(group.code())
                                ? PartView.suppressed(group.code(), group.name(), group.nameEn())
                                : ofPeople(group.code(), group.name(), group.nameEn(), result.inGroup(group.code()),
                                        result.suppressedExpectations().groups(),
                                        IntervalView.of(result.interval(result.inGroup(group.code()))), null))
                        .toList();
    }

    private List<PartView> units() {
        Set<String> hidden = result.suppressedStrata().units();
        return result.units().stream()
                .map(unit -> hidden.contains(unit) ? PartView.suppressed(unit, unit, unit)
                        : ofPeople(unit, unit, unit, result.inUnit(unit), result.suppressedExpectations().units(),
                                IntervalView.of(result.interval(unit)), null))
                .toList();
    }

    private List<PartView> strata() {
        Set<String> hidden = result.suppressedStrata().strata();
        return result.design().strata().stream()
                .map(stratum -> hidden.contains(stratum.code())
                        ? PartView.suppressed(stratum.code(), stratum.name(), stratum.nameEn())
                        : ofPeople(stratum.code(), stratum.name(), stratum.nameEn(), result.inStratum(stratum.code()),
                                result.suppressedExpectations().strata(),
                                IntervalView.of(result.interval(result.inStratum(stratum.code()))),
                                ResponseView.of(result.response(stratum.code()))))
                .toList();
    }

    private PartView ofPeople(String code, String name, String nameEn, List<StratumCounts> of, Set<String> hiddenExpectations,
            IntervalView interval, ResponseView response) {
        Satisfaction part = CampaignResult.satisfaction(of, result.questions());
        return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(), rate(of, result.questions()),
                score(of, result.questions()), CampaignResult.people(of).respondents(), fullySatisfied(of),
                expectation(of, hiddenExpectations.contains(code)), interval, response);
    }

    private List<YesNoView> yesNo() {
        return result.isInterim() ? List.of()
                : questionnaire.questions(Scale.YES_NO).stream()
                        .map(question -> YesNoView.of(question, result.yes(question.code()), suppressBelow)).toList();
    }

    private List<NumbersView> numbers() {
        return result.isInterim() ? List.of()
                : questionnaire.questions(Scale.NUMBER).stream()
                        .map(question -> NumbersView.of(question, result.numbers(question.code()), suppressBelow)).toList();
    }
}
