package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variance of an index by its design, with the respondent as the unit (Särndal, Swensson and Wretman 1992, 5.5; Cochran
 * 1977, 5A). An index is a sum of quotients, each with the weight c. By linearization a respondent with m answers to the
 * questions of a term, s of them satisfied, has the value
 *
 * <pre>
 * z = Σ c·(s − r·m) ÷ M,   r = S ÷ M the quotient of the term
 * v = Σ over strata of (1 − n÷N)·n÷(n − 1)·Σ(z − z̄)²
 * </pre>
 *
 * Strata that are hidden are one stratum (collapsed strata). Without a population there is no finite population correction,
 * and in a campaign without strata of its own the whole sample is one stratum.
 */
final class LinearizedVariance {

    /** Enough for differences of squares of a hundred million answers. */
    private static final MathContext PRECISION = new MathContext(60);

    private final boolean stratified;
    private final Set<String> hiddenStrata;
    private final Map<String, QuestionProducts> products;

    /**
     * @param stratified whether the sample was drawn by strata
     * @param products by the code of the stratum, for terms that tell questions apart; empty if they were not counted
     */
    LinearizedVariance(boolean stratified, Set<String> hiddenStrata, Map<String, QuestionProducts> products) {
        this.stratified = stratified;
        this.hiddenStrata = hiddenStrata;
        this.products = products;
    }

    /** A stratum of the design: a stratum of the campaign, those that are hidden together, or the whole sample. */
    private static final class DesignStratum {

        private long people;
        private long population;
        private boolean unknownPopulation;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;

        private void add(StratumCounts stratum) {
            people += stratum.people().rating();
            population += stratum.population();
            // Respondents without a stratum have no population; here there may be none of them.
            unknownPopulation |= stratum.population() == 0 && (stratum.stratum() != null || stratum.people().rating() > 0);
        }

        private BigDecimal variance() {
            if (people < 2) {
                return BigDecimal.ZERO;
            }
            BigDecimal n = BigDecimal.valueOf(people);
            BigDecimal deviation = squares.subtract(sum.multiply(sum).divide(n, PRECISION));
            return deviation.multiply(n).divide(n.subtract(BigDecimal.ONE), PRECISION).multiply(notSampled());
        }

        /** 1 − n ÷ N. */
        private BigDecimal notSampled() {
            if (unknownPopulation) {
                return BigDecimal.ONE;
            }
            return BigDecimal.valueOf(Math.max(0, population - people)).divide(BigDecimal.valueOf(population), PRECISION);
        }
    }

    /**
     * @param questions those of the index; their respondents were counted
     * @return empty if it needs products that were not counted
     */
    Optional<BigDecimal> of(List<StratumCounts> strata, List<String> questions, List<Term> terms) {
        boolean apart = terms.stream().anyMatch(term -> !term.questions().equals(questions));
        if (apart && products.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Linear>> byStratum = new HashMap<>();
        terms.stream().map(Linear::of).forEach(linear -> linear.term().strata()
                .forEach(stratum -> byStratum.computeIfAbsent(stratum.code(), code -> new ArrayList<>()).add(linear)));
        Map<String, DesignStratum> designStrata = new HashMap<>();
        for (StratumCounts stratum : strata) {
            DesignStratum designStratum = designStrata.computeIfAbsent(design(stratum), code -> new DesignStratum());
            designStratum.add(stratum);
            designStratum.unknownPopulation |= !stratified;
            List<Linear> of = byStratum.getOrDefault(stratum.code(), List.of());
            if (apart && products.containsKey(stratum.code())) {
                addMany(designStratum, products.get(stratum.code()), of);
            } else if (!apart && !of.isEmpty()) {
                addOne(designStratum, stratum, of.get(0));
            }
        }
        return Optional
                .of(designStrata.values().stream().map(DesignStratum::variance).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private String design(StratumCounts stratum) {
        return stratified && !hiddenStrata.contains(stratum.code()) ? stratum.code() : StratumCounts.NONE;
    }

    /**
     * A term whose respondents have the value factor·(satisfied − quotient·answered).
     *
     * @param factor c ÷ M
     * @param quotient r
     */
    private record Linear(Term term, BigDecimal factor, BigDecimal quotient) {

        static Linear of(Term term) {
            return new Linear(term, term.weight().dividedBy(term.denominator(Measure.SATISFIED)).decimal(PRECISION),
                    term.quotient(Measure.SATISFIED).decimal(PRECISION));
        }
    }

    /** Of questions that were counted together. */
    private static void addOne(DesignStratum designStratum, StratumCounts stratum, Linear linear) {
        BigDecimal r = linear.quotient();
        BigDecimal c = linear.factor();
        Satisfaction all = stratum.of(linear.term().questions());
        RespondentCount people = stratum.peopleOf(linear.term().questions()).orElseThrow();
        BigDecimal sum = BigDecimal.valueOf(all.satisfied()).subtract(r.multiply(BigDecimal.valueOf(all.answers())));
        BigDecimal squares = BigDecimal.valueOf(people.satisfiedSquared())
                .subtract(r.multiply(BigDecimal.valueOf(2 * people.answersBySatisfied())))
                .add(r.multiply(r).multiply(BigDecimal.valueOf(people.answersSquared())));
        designStratum.sum = designStratum.sum.add(c.multiply(sum, PRECISION));
        designStratum.squares = designStratum.squares.add(c.multiply(c).multiply(squares, PRECISION));
    }

    /** Of each question by itself. */
    private static void addMany(DesignStratum designStratum, QuestionProducts products, List<Linear> terms) {
        List<QuestionProducts.Coefficient> coefficients = new ArrayList<>();
        terms.forEach(linear -> linear.term().questions().forEach(question -> coefficients
                .add(new QuestionProducts.Coefficient(question, linear.factor(), linear.quotient()))));
        designStratum.sum = designStratum.sum.add(products.sum(coefficients));
        designStratum.squares = designStratum.squares.add(products.squares(coefficients, PRECISION));
    }
}
