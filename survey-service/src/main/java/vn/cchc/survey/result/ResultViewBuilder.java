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
    private final ResultParts parts;
    private final ResultIntervals intervals;
    private final Questionnaire questionnaire;
    private final Method method;
    private final int suppressBelow;

    ResultViewBuilder(CampaignResult result) {
        this.result = result;
        this.parts = result.parts();
        this.intervals = result.intervals();
        this.questionnaire = result.questionnaire();
        this.method = result.design().method();
        this.suppressBelow = result.design().suppressBelow();
    }

    ResultView build() {
        if (result.isSuppressed()) {
            return suppressed();
        }
        List<StratumCounts> all = parts.strata();
        Satisfaction whole = result.satisfaction();
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                method.name(), CampaignResult.METHOD_VERSION, result.intervalMethod(), false,
                result.respondents().respondents(), whole.answers(), whole.satisfied(), rate(all),
                score(all), IntervalView.of(result.interval()), fullySatisfied(all),
                expectation(all, false), result.responseRate().map(ProportionView::of).orElse(null), topics(), questions(),
                groups(), result.isInterim(), yesNo(), numbers(), method.aggregation(), method.weighting(),
                method.weighting() == Weighting.NONE ? null : ProportionView.of(result.coveredPopulation()), units(), strata(),
                null, result.leftOut().orElse(null));
    }

    private ResultView suppressed() {
        return new ResultView(questionnaire.indicator().orElse(null), questionnaire.code(), questionnaire.version(),
                method.name(), CampaignResult.METHOD_VERSION, result.intervalMethod(), true, null, null, null, null, null, null,
                null, null, null, List.of(), List.of(), List.of(), result.isInterim(), List.of(), List.of(),
                method.aggregation(), method.weighting(), null, List.of(), List.of(), null, null);
    }

    private BigDecimal rate(List<StratumCounts> of) {
        return percent(result.estimate(Measure.SATISFIED, of));
    }

    private BigDecimal score(List<StratumCounts> of) {
        return rounded(result.estimate(Measure.SCORE, of));
    }

    private static BigDecimal percent(Fraction share) {
        return share == null ? null : share.percent();
    }

    private static BigDecimal rounded(Fraction mean) {
        return mean == null ? null : mean.rounded();
    }

    private ProportionView fullySatisfied(List<StratumCounts> of) {
        return proportion(StratumCounts.people(of), result.estimate(Measure.FULLY_SATISFIED, of));
    }

    /** Null if an earlier program has counted the answers. */
    private ProportionView fullySatisfiedIn(String topic) {
        List<String> questions = parts.questionsOf(topic);
        return StratumCounts.peopleOf(parts.strata(), questions)
                .map(people -> proportion(people, result.estimateOfQuestions(Measure.FULLY_SATISFIED, questions)))
                .orElse(null);
    }

    private static ProportionView proportion(RespondentCount people, Fraction fullySatisfied) {
        return new ProportionView(people.fullySatisfied(), people.rating(), percent(fullySatisfied));
    }

    /** @param hidden whether it is hidden for the sake of another part */
    private ExpectationView expectation(List<StratumCounts> of, boolean hidden) {
        if (questionnaire.questions(Scale.PERCENT).isEmpty()) {
            return null;
        }
        Expectation expectation = StratumCounts.expectation(of);
        if (hidden || expectation.answers() < suppressBelow) {
            return ExpectationView.SUPPRESSED;
        }
        return new ExpectationView(false, expectation.answers(),
                result.estimate(Measure.EXPECTATION, of).rounded());
    }

    private List<PartView> topics() {
        Set<String> hidden = result.suppressedTopicsAndQuestions().topics();
        return questionnaire.topics().stream()
                .map(topic -> hidden.contains(topic.code())
                        ? PartView.suppressed(topic.code(), topic.name(), topic.nameEn())
                        : ofQuestions(topic.code(), topic.name(), topic.nameEn(), parts.questionsOf(topic.code()),
                                fullySatisfiedIn(topic.code()), intervals.ofTopic(topic.code())))
                .toList();
    }

    private List<PartView> questions() {
        Set<String> hidden = result.suppressedTopicsAndQuestions().questions();
        return questionnaire.questions(Scale.LEVEL).stream()
                .map(question -> hidden.contains(question.code())
                        ? PartView.suppressed(question.code(), question.text(), question.textEn())
                        : ofQuestions(question.code(), question.text(), question.textEn(), List.of(question.code()),
                                null, intervals.ofQuestion(question.code())))
                .toList();
    }

    private PartView ofQuestions(String code, String name, String nameEn, List<String> questions,
            ProportionView fullySatisfied, Interval interval) {
        Satisfaction part = StratumCounts.satisfaction(parts.strata(), questions);
        return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(),
                percent(result.estimateOfQuestions(Measure.SATISFIED, questions)),
                rounded(result.estimateOfQuestions(Measure.SCORE, questions)), null, fullySatisfied, null,
                IntervalView.of(interval), null);
    }

    private List<PartView> groups() {
        Set<String> hidden = result.suppressedStrata().groups();
        return result.isInterim() ? List.of()
                : questionnaire.groups().stream()
                        .map(group -> hidden.contains(group.code())
                                ? PartView.suppressed(group.code(), group.name(), group.nameEn())
                                : ofPeople(group.code(), group.name(), group.nameEn(), parts.inGroup(group.code()),
                                        result.suppressedExpectations().groups(), intervals.ofGroup(group.code()), null))
                        .toList();
    }

    private List<PartView> units() {
        Set<String> hidden = result.suppressedStrata().units();
        return parts.units().stream()
                .map(unit -> hidden.contains(unit) ? PartView.suppressed(unit, unit, unit)
                        : ofPeople(unit, unit, unit, parts.inUnit(unit), result.suppressedExpectations().units(),
                                intervals.ofUnit(unit), null))
                .toList();
    }

    private List<PartView> strata() {
        Set<String> hidden = result.suppressedStrata().strata();
        return result.design().strata().stream()
                .map(stratum -> hidden.contains(stratum.code())
                        ? PartView.suppressed(stratum.code(), stratum.name(), stratum.nameEn())
                        : ofPeople(stratum.code(), stratum.name(), stratum.nameEn(), parts.inStratum(stratum.code()),
                                result.suppressedExpectations().strata(), intervals.ofStratum(stratum.code()),
                                result.shownResponse(stratum.code()).map(ResponseView::of).orElse(null)))
                .toList();
    }

    private PartView ofPeople(String code, String name, String nameEn, List<StratumCounts> of, Set<String> hiddenExpectations,
            Interval interval, ResponseView response) {
        Satisfaction part = StratumCounts.satisfaction(of, parts.questions());
        return new PartView(code, name, nameEn, false, part.answers(), part.satisfied(), rate(of), score(of),
                StratumCounts.people(of).respondents(), fullySatisfied(of), expectation(of, hiddenExpectations.contains(code)),
                IntervalView.of(interval), response);
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
