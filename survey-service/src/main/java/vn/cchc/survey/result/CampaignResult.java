package vn.cchc.survey.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** The result of a campaign (kết quả khảo sát), computed from the counts that its closing stored, or of those before. */
public class CampaignResult {

    /** Another way of counting is another method, or at least another version. */
    public static final int METHOD_VERSION = 1;

    private static final int UNROUNDED_DECIMALS = 16;

    private final SurveyDesign design;
    private final ResultParts parts;
    private final Map<String, List<AnswerCount>> yesNo;
    private final Map<String, List<NumberSum>> numbers;
    private final Map<String, Response> responses;
    private final Invited invited;
    private final boolean interim;
    private final SuppressedQuestions suppressedQuestions;
    private final SuppressedStrata suppressedStrata;
    private final SuppressedStrata suppressedExpectations;
    private final Set<String> suppressedResponses;
    private final CollapsedStrata collapsedStrata;
    private final Estimator estimator;
    private final Estimator estimatorOfQuestions;
    private final Estimator expectations;
    private final ResultIntervals intervals;

    public CampaignResult(SurveyDesign design, SurveyCounts counts, Invited invited, Collection<Response> responses,
            Optional<IndexVariances> variances) {
        this(design, counts, invited, responses, variances, false);
    }

    private CampaignResult(SurveyDesign design, SurveyCounts counts, Invited invited, Collection<Response> responses,
            Optional<IndexVariances> variances, boolean interim) {
        this.design = design;
        this.parts = new ResultParts(design.questionnaire(), CountedStrata.of(design, counts));
        this.yesNo = ofScale(counts.answers(), Scale.YES_NO);
        this.numbers = counts.numbers().stream().collect(groupingBy(NumberSum::question));
        this.responses = responses.stream().collect(toMap(Response::stratum, Function.identity()));
        this.invited = invited;
        this.interim = interim;
        this.suppressedQuestions = suppressedQuestions();
        this.suppressedStrata = SuppressedStrata.together(design.strata(),
                parts.strata().stream().collect(toMap(StratumCounts::code, each -> each.people().rating())), responses,
                design.suppressBelow());
        this.suppressedExpectations = suppressedExpectationsBeside();
        this.suppressedResponses = new SuppressedResponses(responses, suppressedStrata.strata(), design.suppressBelow())
                .strata();
        this.collapsedStrata = new CollapsedStrata(parts, suppressedStrata, suppressedQuestions, design);
        this.estimator = estimator(suppressedStrata.strata(), suppressedStrata.groups());
        this.estimatorOfQuestions = estimator(collapsedStrata.strata(), collapsedStrata.groups());
        this.expectations = estimator(suppressedExpectations.strata(), suppressedExpectations.groups());
        this.intervals = new ResultIntervals(design, parts, estimator, suppressedStrata.strata(), estimatorOfQuestions,
                collapsedStrata.strata(), variances);
    }

    /** Of the answers that are counted so far: pooled, without strata and response rate, which are known at the end. */
    public static CampaignResult interim(SurveyDesign of, SurveyCounts counts) {
        SurveyDesign pooled = new SurveyDesign(of.questionnaire(), List.of(), false, Method.POOLED, of.suppressBelow());
        return new CampaignResult(pooled, counts, Invited.NOBODY, List.of(), Optional.empty(), true);
    }

    private Map<String, List<AnswerCount>> ofScale(Collection<AnswerCount> answers, Scale scale) {
        List<String> codes = CountedStrata.codes(design.questionnaire().questions(scale));
        return answers.stream().filter(count -> codes.contains(count.question())).collect(groupingBy(AnswerCount::question));
    }

    /** Where a stratum is shown, its respondents are the most that can have given a percentage. */
    private SuppressedStrata suppressedExpectationsBeside() {
        return SuppressedStrata.of(parts.strata().stream()
                .map(each -> SuppressedStrata.Part.of(each.code(), each.group(), each.unit(), each.expectation().answers(), 0,
                        suppressedStrata.strata().contains(each.code()) ? SuppressedStrata.Part.UNKNOWN
                                : each.people().respondents(),
                        response(each.code()).invited(),
                        each.population() == 0 ? SuppressedStrata.Part.UNKNOWN : each.population()))
                .toList(), design.suppressBelow(), Optional.of(suppressedStrata));
    }

    private Estimator estimator(Set<String> hiddenStrata, Set<String> hiddenGroups) {
        return new Estimator(design.method(), design.suppressBelow(), hiddenStrata, hiddenGroups,
                suppressedQuestions.questions());
    }

    private SuppressedQuestions suppressedQuestions() {
        Map<String, List<Cell>> byTopic = design.questionnaire().questions(Scale.LEVEL).stream()
                .collect(groupingBy(question -> question.topic() == null ? "" : question.topic(),
                        mapping(question -> new Cell(question.code(),
                                StratumCounts.satisfaction(parts.strata(), List.of(question.code())).people()), toList())));
        return new SuppressedQuestions(byTopic, design.suppressBelow());
    }

    SurveyDesign design() {
        return design;
    }

    Questionnaire questionnaire() {
        return design.questionnaire();
    }

    boolean isInterim() {
        return interim;
    }

    ResultParts parts() {
        return parts;
    }

    ResultIntervals intervals() {
        return intervals;
    }

    public RespondentCount respondents() {
        return StratumCounts.people(parts.strata());
    }

    /** Whether fewer people gave a level. */
    public boolean isBelow(int minRespondents) {
        return respondents().rating() < minRespondents;
    }

    /** Whether too few people gave a level for anything to be shown. */
    public boolean isSuppressed() {
        return isBelow(design.suppressBelow());
    }

    /** All answers at levels. */
    public Satisfaction satisfaction() {
        return StratumCounts.satisfaction(parts.strata(), parts.questions());
    }

    /** The index by the campaign's method; null without answers. */
    public Fraction index() {
        return estimate(Measure.SATISFIED, parts.strata());
    }

    /** The index in percent, cut off after 16 decimals so that it is never above it; empty if it is satisfied ÷ answers. */
    public Optional<BigDecimal> unroundedPercent() {
        return design.method().isQuotient() ? Optional.empty()
                : Optional.ofNullable(index())
                        .map(index -> index.percent(UNROUNDED_DECIMALS, RoundingMode.DOWN));
    }

    /** Of the whole, a group, a unit or a stratum, by the campaign's method; null without answers. */
    Fraction estimate(Measure measure, List<StratumCounts> of) {
        return (measure == Measure.EXPECTATION ? expectations : estimator).estimate(measure, of, parts.questions());
    }

    /** Of a topic or a question, by the campaign's method; null without answers. */
    Fraction estimateOfQuestions(Measure measure, List<String> questions) {
        return estimatorOfQuestions.estimate(measure, parts.strata(), questions);
    }

    /** The share of the population for whose strata there are answers. */
    Proportion coveredPopulation() {
        Map<String, Long> covered = new HashMap<>();
        estimator.terms(Measure.SATISFIED, parts.strata(), parts.questions())
                .forEach(term -> term.strata().forEach(each -> covered.put(each.code(), each.population())));
        return new Proportion(covered.values().stream().mapToLong(Long::longValue).sum(),
                Estimator.population(parts.strata()));
    }

    /** The respondents who gave a level and count nowhere in the index; empty if the method counts everybody. */
    Optional<Long> leftOut() {
        if (!design.method().leavesOut()) {
            return Optional.empty();
        }
        Set<String> counted = new HashSet<>();
        estimator.terms(Measure.SATISFIED, parts.strata(), parts.questions())
                .forEach(term -> term.strata().forEach(each -> counted.add(each.code())));
        return Optional.of(parts.strata().stream().filter(each -> !counted.contains(each.code()))
                .mapToLong(each -> each.people().rating()).sum());
    }

    public String intervalMethod() {
        return intervals.method();
    }

    /** Of the index; null without answers. */
    public Interval interval() {
        return intervals.ofWhole();
    }

    /** What the counts alone do not tell; empty if they do. */
    Optional<IndexVariances> variances(Map<String, QuestionProducts> products) {
        return intervals.toStore(products);
    }

    /** Those who answered yes, of those who answered. */
    Proportion yes(String question) {
        List<AnswerCount> given = yesNo.getOrDefault(question, List.of());
        return new Proportion(given.stream().filter(count -> count.value() == 1).mapToLong(AnswerCount::answers).sum(),
                given.stream().mapToLong(AnswerCount::answers).sum());
    }

    NumberSum numbers(String question) {
        return numbers.getOrDefault(question, List.of()).stream()
                .reduce(new NumberSum(StratumCounts.NONE, question, 0, 0), NumberSum::plus);
    }

    /** Empty if nobody was invited. */
    Optional<Proportion> responseRate() {
        return invited.invitations() == 0 ? Optional.empty() : Optional.of(invited.responseRate());
    }

    private Response response(String stratum) {
        return responses.getOrDefault(stratum, new Response(stratum, 0, 0, 0));
    }

    /** How many of those who were invited to a stratum have answered; empty if that is hidden. */
    Optional<Response> shownResponse(String stratum) {
        return Optional.of(response(stratum)).filter(each -> !suppressedResponses.contains(stratum));
    }

    SuppressedQuestions suppressedTopicsAndQuestions() {
        return suppressedQuestions;
    }

    SuppressedStrata suppressedStrata() {
        return suppressedStrata;
    }

    SuppressedStrata suppressedExpectations() {
        return suppressedExpectations;
    }

    CollapsedStrata collapsedStrata() {
        return collapsedStrata;
    }
}
