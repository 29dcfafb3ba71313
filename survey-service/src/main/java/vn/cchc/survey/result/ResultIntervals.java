package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The intervals of a result, and the variances that the closing computes for them. */
final class ResultIntervals {

    private final SurveyDesign design;
    private final ResultParts parts;
    private final Estimator ofPeople;
    private final Set<String> hiddenStrata;
    private final Estimator ofQuestions;
    private final Set<String> collapsedStrata;
    private final Optional<IndexVariances> stored;

    /**
     * @param ofPeople estimates the index of the whole, of groups, units and strata
     * @param ofQuestions estimates the index of topics and questions
     * @param stored variances that the counts do not tell
     */
    ResultIntervals(SurveyDesign design, ResultParts parts, Estimator ofPeople, Set<String> hiddenStrata, Estimator ofQuestions,
            Set<String> collapsedStrata, Optional<IndexVariances> stored) {
        this.design = design;
        this.parts = parts;
        this.ofPeople = ofPeople;
        this.hiddenStrata = hiddenStrata;
        this.ofQuestions = ofQuestions;
        this.collapsedStrata = collapsedStrata;
        this.stored = stored.map(each -> each.requireComputedFor(design.suppressBelow()));
    }

    String method() {
        if (design.stratified()) {
            return Interval.STRATIFIED;
        }
        return isSimple() ? Interval.METHOD : Interval.LINEARIZED;
    }

    /** Whether the sample is not stratified, and the index one quotient. */
    private boolean isSimple() {
        return !design.stratified() && design.method().isQuotient();
    }

    /** Each interval is null without answers, and where neither the counts nor the closing tell the variance. */
    Interval ofWhole() {
        return ofPeople(parts.strata(), () -> stored.flatMap(IndexVariances::ofWhole));
    }

    Interval ofUnit(String code) {
        return ofPeople(parts.inUnit(code), () -> stored.flatMap(each -> each.ofUnit(code)));
    }

    Interval ofGroup(String code) {
        return ofPeople(parts.inGroup(code), () -> stored.flatMap(each -> each.ofGroup(code)));
    }

    Interval ofStratum(String code) {
        return ofPeople(parts.inStratum(code), () -> stored.flatMap(each -> each.ofStratum(code)));
    }

    Interval ofTopic(String code) {
        return ofQuestions(parts.questionsOf(code), () -> stored.flatMap(each -> each.ofTopic(code)));
    }

    Interval ofQuestion(String code) {
        return ofQuestions(List.of(code), Optional::empty);
    }

    private Interval ofPeople(List<StratumCounts> of, Supplier<Optional<BigDecimal>> closing) {
        RespondentCount people = StratumCounts.people(of);
        if (isSimple()) {
            return Interval.of(StratumCounts.satisfaction(of, parts.questions()).rate(), people);
        }
        return interval(ofPeople.estimate(Measure.SATISFIED, of, parts.questions()),
                variance(of, Map.of()).or(closing), people);
    }

    private Interval ofQuestions(List<String> questions, Supplier<Optional<BigDecimal>> closing) {
        Optional<RespondentCount> people = StratumCounts.peopleOf(parts.strata(), questions);
        if (people.isEmpty()) {
            return null;
        }
        if (isSimple()) {
            return Interval.of(StratumCounts.satisfaction(parts.strata(), questions).rate(), people.get());
        }
        return interval(ofQuestions.estimate(Measure.SATISFIED, parts.strata(), questions),
                varianceOfQuestions(questions, Map.of()).or(closing), people.get());
    }

    private static Interval interval(Fraction index, Optional<BigDecimal> variance, RespondentCount people) {
        return index == null || variance.isEmpty() ? null : Interval.of(index, variance.get(), people);
    }

    private Optional<BigDecimal> variance(List<StratumCounts> of, Map<String, QuestionProducts> products) {
        return new LinearizedVariance(design.stratified(), hiddenStrata, products).of(of, parts.questions(),
                ofPeople.terms(Measure.SATISFIED, of, parts.questions()));
    }

    private Optional<BigDecimal> varianceOfQuestions(List<String> questions, Map<String, QuestionProducts> products) {
        return new LinearizedVariance(design.stratified(), collapsedStrata, products).of(parts.strata(), questions,
                ofQuestions.terms(Measure.SATISFIED, parts.strata(), questions));
    }

    /** What the counts alone do not tell; empty if they do. */
    Optional<IndexVariances> toStore(Map<String, QuestionProducts> products) {
        if (products.isEmpty()) {
            return Optional.empty();
        }
        return variance(parts.strata(), products).map(whole -> new IndexVariances(IndexVariances.FORMAT,
                design.suppressBelow(), rounded(whole),
                variances(parts.units().stream(), unit -> variance(parts.inUnit(unit), products)),
                variances(parts.groups().stream(), group -> variance(parts.inGroup(group), products)),
                variances(design.strata().stream().map(each -> each.code()),
                        stratum -> variance(parts.inStratum(stratum), products)),
                variances(parts.topics().stream(), topic -> varianceOfQuestions(parts.questionsOf(topic), products))));
    }

    private static Map<String, BigDecimal> variances(Stream<String> codes, Function<String, Optional<BigDecimal>> variance) {
        Map<String, BigDecimal> variances = new TreeMap<>();
        codes.forEach(code -> variance.apply(code).ifPresent(each -> variances.put(code, rounded(each))));
        return variances;
    }

    private static BigDecimal rounded(BigDecimal variance) {
        return variance.round(MathContext.DECIMAL128);
    }
}
