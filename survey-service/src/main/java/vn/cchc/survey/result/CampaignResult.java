package vn.cchc.survey.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.stratum.Stratum;

/** The result of a campaign (kết quả khảo sát), computed from the counts that its closing stored, or of those before. */
public class CampaignResult {

    /** Another way of counting is another method, or at least another version. */
    public static final int METHOD_VERSION = 1;

    private static final int UNROUNDED_DECIMALS = 16;

    private final SurveyDesign design;
    private final List<StratumCounts> strata;
    private final List<String> questions;
    private final Map<String, List<AnswerCount>> yesNo;
    private final Map<String, List<NumberSum>> numbers;
    private final Map<String, Response> responses;
    private final Invited invited;
    private final Optional<IndexVariances> variances;
    private final boolean interim;
    private final SuppressedQuestions suppressedQuestions;
    private final SuppressedStrata suppressedStrata;
    private final SuppressedStrata suppressedExpectations;
    private final Estimator estimator;
    private final Estimator expectations;

    public CampaignResult(SurveyDesign design, SurveyCounts counts, Invited invited, Collection<Response> responses,
            Optional<IndexVariances> variances) {
        this(design, counts, invited, responses, variances, false);
    }

    private CampaignResult(SurveyDesign design, SurveyCounts counts, Invited invited, Collection<Response> responses,
            Optional<IndexVariances> variances, boolean interim) {
        this.design = design;
        this.questions = codes(design.questionnaire().questions(Scale.LEVEL));
        this.strata = strata(design, counts);
        this.yesNo = ofScale(counts.answers(), Scale.YES_NO);
        this.numbers = counts.numbers().stream().collect(groupingBy(NumberSum::question));
        this.responses = responses.stream().collect(toMap(Response::stratum, Function.identity()));
        this.invited = invited;
        this.variances = variances;
        this.interim = interim;
        this.suppressedQuestions = suppressedQuestions();
        this.suppressedStrata = suppressed(each -> each.people().rating(), Optional.empty());
        this.suppressedExpectations = suppressed(each -> each.expectation().answers(), Optional.of(suppressedStrata));
        this.estimator = estimator(suppressedStrata);
        this.expectations = estimator(suppressedExpectations);
    }

    /** Of the answers that are counted so far: pooled, without strata and response rate, which are known at the end. */
    public static CampaignResult interim(SurveyDesign of, SurveyCounts counts) {
        SurveyDesign pooled = new SurveyDesign(of.questionnaire(), List.of(), false, Method.POOLED, of.suppressBelow());
        return new CampaignResult(pooled, counts, Invited.NOBODY, List.of(), Optional.empty(), true);
    }

    private static List<String> codes(List<Question> questions) {
        return questions.stream().map(Question::code).toList();
    }

    private List<StratumCounts> strata(SurveyDesign of, SurveyCounts counts) {
        Map<String, List<AnswerCount>> answers = counts.answers().stream().collect(groupingBy(AnswerCount::groupCode));
        Map<String, RespondentCount> people = counts.respondents().stream()
                .collect(toMap(RespondentCount::groupCode, Function.identity(), RespondentCount::plus));
        List<StratumCounts> all = new ArrayList<>();
        of.strata().forEach(stratum -> all.add(counts(stratum, stratum.code(), answers, people)));
        all.add(counts(null, StratumCounts.NONE, answers, people));
        return all;
    }

    private StratumCounts counts(Stratum stratum, String code, Map<String, List<AnswerCount>> answers,
            Map<String, RespondentCount> people) {
        Map<String, List<AnswerCount>> byQuestion = answers.getOrDefault(code, List.of()).stream()
                .collect(groupingBy(AnswerCount::question));
        Map<String, Satisfaction> levels = new HashMap<>();
        questions.stream().filter(byQuestion::containsKey)
                .forEach(question -> levels.put(question, Satisfaction.of(byQuestion.get(question))));
        List<AnswerCount> percents = design.questionnaire().questions(Scale.PERCENT).stream()
                .flatMap(question -> byQuestion.getOrDefault(question.code(), List.of()).stream()).toList();
        return new StratumCounts(stratum, people.getOrDefault(code, RespondentCount.none(code)), levels,
                Expectation.of(percents));
    }

    private Map<String, List<AnswerCount>> ofScale(Collection<AnswerCount> answers, Scale scale) {
        List<String> codes = codes(design.questionnaire().questions(scale));
        return answers.stream().filter(count -> codes.contains(count.question())).collect(groupingBy(AnswerCount::question));
    }

    private SuppressedStrata suppressed(Function<StratumCounts, Long> people, Optional<SuppressedStrata> already) {
        return SuppressedStrata.of(strata.stream().map(
                each -> new SuppressedStrata.Part(each.code(), each.group(), each.unit(), people.apply(each))).toList(),
                design.suppressBelow(), already);
    }

    private Estimator estimator(SuppressedStrata hidden) {
        return new Estimator(design.method(), design.suppressBelow(), hidden, suppressedQuestions.questions());
    }

    private SuppressedQuestions suppressedQuestions() {
        Map<String, List<Cell>> byTopic = design.questionnaire().questions(Scale.LEVEL).stream()
                .collect(groupingBy(question -> question.topic() == null ? "" : question.topic(),
                        mapping(question -> new Cell(question.code(), satisfaction(strata, List.of(question.code())).people()),
                                toList())));
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

    public RespondentCount respondents() {
        return people(strata);
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
        return satisfaction(strata, questions);
    }

    static RespondentCount people(List<StratumCounts> of) {
        return of.stream().map(StratumCounts::people).reduce(RespondentCount.none(StratumCounts.NONE), RespondentCount::plus);
    }

    static Satisfaction satisfaction(List<StratumCounts> of, List<String> questions) {
        Satisfaction sum = of.stream().map(each -> each.of(questions)).reduce(Satisfaction.NONE, Satisfaction::plus);
        long people = questions.stream().mapToLong(question -> of.stream()
                .mapToLong(each -> each.of(List.of(question)).answers()).sum()).max().orElse(0);
        return new Satisfaction(sum.answers(), sum.satisfied(), sum.points(), people);
    }

    static Expectation expectation(List<StratumCounts> of) {
        return new Expectation(of.stream().mapToLong(each -> each.expectation().answers()).sum(),
                of.stream().mapToLong(each -> each.expectation().sum()).sum());
    }

    /** All strata, and the respondents without one. */
    List<StratumCounts> strata() {
        return strata;
    }

    /** The questions with the scale LEVEL. */
    List<String> questions() {
        return questions;
    }

    List<String> questionsOf(String topic) {
        return codes(
                design.questionnaire().questions(Scale.LEVEL).stream().filter(each -> topic.equals(each.topic())).toList());
    }

    List<StratumCounts> inStratum(String code) {
        return strata.stream().filter(each -> each.code().equals(code)).toList();
    }

    List<StratumCounts> inGroup(String code) {
        return strata.stream().filter(each -> each.group().equals(code)).toList();
    }

    List<StratumCounts> inUnit(String code) {
        return strata.stream().filter(each -> each.unit().equals(code)).toList();
    }

    /** In the order of the campaign. */
    List<String> units() {
        return strata.stream().map(StratumCounts::unit).filter(code -> !code.isEmpty()).distinct().toList();
    }

    /** The index by the campaign's method; null without answers. */
    public Fraction index() {
        return estimate(Measure.SATISFIED, strata, questions);
    }

    /** The index in percent, cut off after 16 decimals so that it is never above it; empty if it is satisfied ÷ answers. */
    public Optional<BigDecimal> unroundedPercent() {
        return design.method().isQuotient() ? Optional.empty()
                : Optional.ofNullable(index())
                        .map(index -> index.percent(UNROUNDED_DECIMALS, RoundingMode.DOWN));
    }

    /** By the campaign's method; null without answers. */
    Fraction estimate(Measure measure, List<StratumCounts> of, List<String> questions) {
        return (measure == Measure.EXPECTATION ? expectations : estimator).estimate(measure, of, questions);
    }

    /** The share of the population for whose strata there are answers. */
    Proportion coveredPopulation() {
        Map<String, Long> covered = new HashMap<>();
        estimator.terms(Measure.SATISFIED, strata, questions)
                .forEach(term -> term.strata().forEach(each -> covered.put(each.code(), each.population())));
        return new Proportion(covered.values().stream().mapToLong(Long::longValue).sum(), Estimator.population(strata));
    }

    public String intervalMethod() {
        if (design.stratified()) {
            return Interval.STRATIFIED;
        }
        return isSimple() ? Interval.METHOD : Interval.LINEARIZED;
    }

    /** Of the index; null without answers. */
    public Interval interval() {
        return interval(StratumCounts.NONE, strata);
    }

    /** Of the index of a unit; null without answers. */
    Interval interval(String unit) {
        return interval(unit, inUnit(unit));
    }

    /** Of the index of a group or a stratum; null without answers, and where the counts do not tell its variance. */
    Interval interval(List<StratumCounts> of) {
        return isSimple() || design.method().aggregation() != Aggregation.MEAN_OF_ITEMS ? interval(StratumCounts.NONE, of)
                : null;
    }

    /** Of the rate of a question; null without answers, and unless the sample is simple. */
    Interval intervalOfQuestion(String question) {
        Satisfaction of = satisfaction(strata, List.of(question));
        return isSimple() ? Interval.of(of.rate(), RespondentCount.ofOneQuestion(of)) : null;
    }

    /** Whether the sample is not stratified, and the index one quotient. */
    private boolean isSimple() {
        return !design.stratified() && design.method().isQuotient();
    }

    private Interval interval(String unit, List<StratumCounts> of) {
        if (isSimple()) {
            return Interval.of(satisfaction(of, questions).rate(), people(of));
        }
        Fraction index = estimate(Measure.SATISFIED, of, questions);
        Optional<BigDecimal> variance = variance(of, Map.of()).or(() -> variances
                .flatMap(stored -> stored.of(unit, design.suppressBelow())));
        return index == null || variance.isEmpty() ? null : Interval.of(index, variance.get(), people(of));
    }

    private Optional<BigDecimal> variance(List<StratumCounts> of, Map<String, QuestionProducts> products) {
        return new LinearizedVariance(design.stratified(), suppressedStrata.strata(), questions.size(), products).of(of,
                estimator.terms(Measure.SATISFIED, of, questions));
    }

    /** What the counts alone do not tell; empty if they do. */
    Optional<IndexVariances> variances(Map<String, QuestionProducts> products) {
        if (products.isEmpty()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> units = new TreeMap<>();
        units().forEach(unit -> variance(inUnit(unit), products).ifPresent(variance -> units.put(unit, stored(variance))));
        return variance(strata, products)
                .map(whole -> new IndexVariances(IndexVariances.FORMAT, design.suppressBelow(), stored(whole), units));
    }

    private static BigDecimal stored(BigDecimal variance) {
        return variance.round(MathContext.DECIMAL128);
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

    Response response(String stratum) {
        return responses.getOrDefault(stratum, new Response(stratum, 0, 0, 0));
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
}
