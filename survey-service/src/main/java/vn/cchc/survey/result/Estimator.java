package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Splits an index into its terms by the method of the campaign. Parts that are hidden, and those of fewer respondents than k,
 * are pooled and counted together, for two reasons: the mean of so few says little (Holt and Smith 1979 collapse such strata),
 * and an index that told them apart would be one more equation from which their figures could be computed. So an index
 * depends on nothing but figures that are shown, and on the sum of those that are hidden.
 */
final class Estimator {

    private final Method method;
    private final int suppressBelow;
    private final Set<String> hiddenStrata;
    private final Set<String> hiddenGroups;
    private final Set<String> hiddenQuestions;

    Estimator(Method method, int suppressBelow, Set<String> hiddenStrata, Set<String> hiddenGroups,
            Set<String> hiddenQuestions) {
        this.method = method;
        this.suppressBelow = suppressBelow;
        this.hiddenStrata = hiddenStrata;
        this.hiddenGroups = hiddenGroups;
        this.hiddenQuestions = hiddenQuestions;
    }

    /** The index of some strata and questions; null without answers. */
    Fraction estimate(Measure measure, List<StratumCounts> strata, List<String> questions) {
        return terms(measure, strata, questions).stream().map(term -> term.weight().times(term.quotient(measure)))
                .reduce(Fraction::plus).orElse(null);
    }

    /** Each has answers; empty without answers. */
    List<Term> terms(Measure measure, List<StratumCounts> strata, List<String> questions) {
        if (method.aggregation() != Aggregation.MEAN_OF_ITEMS || !measure.isOfQuestions()) {
            return ofQuestions(measure, strata, questions);
        }
        Merging<String> items = new Merging<>(questions, question -> denominator(measure, strata, List.of(question)),
                question -> !hiddenQuestions.contains(question));
        return items.equallyWeighted(List::of, pooled -> pooled,
                (weight, of) -> ofQuestions(measure, strata, of).stream().map(term -> term.weighted(weight)));
    }

    private List<Term> ofQuestions(Measure measure, List<StratumCounts> strata, List<String> questions) {
        if (method.aggregation() != Aggregation.MEAN_OF_GROUPS) {
            return ofStrata(measure, strata, questions).toList();
        }
        Set<String> codes = new TreeSet<>(strata.stream().map(StratumCounts::group).filter(code -> !code.isEmpty()).toList());
        // Within a unit, a group is some of its strata.
        boolean whole = strata.stream().anyMatch(each -> each.code().isEmpty());
        Merging<String> groups = new Merging<>(List.copyOf(codes),
                code -> denominator(measure, in(strata, Set.of(code)), questions),
                code -> whole ? !hiddenGroups.contains(code)
                        : in(strata, Set.of(code)).stream().noneMatch(each -> hiddenStrata.contains(each.code())));
        groups.poolAnswersWithoutPart(denominator(measure, in(strata, Set.of(StratumCounts.NONE)), questions));
        return groups.equallyWeighted(code -> in(strata, Set.of(code)), pooled -> {
            Set<String> of = new HashSet<>(pooled);
            of.add(StratumCounts.NONE);
            return in(strata, of);
        }, (weight, of) -> ofStrata(measure, of, questions).map(term -> term.weighted(weight)));
    }

    private static List<StratumCounts> in(List<StratumCounts> strata, Set<String> groups) {
        return strata.stream().filter(each -> groups.contains(each.group())).toList();
    }

    private Stream<Term> ofStrata(Measure measure, List<StratumCounts> strata, List<String> questions) {
        Term pooled = new Term(Fraction.ONE, strata, questions);
        if (pooled.denominator(measure) == 0) {
            return Stream.empty();
        }
        return method.weighting() == Weighting.POPULATION ? ofPopulations(measure, strata, questions, pooled)
                : Stream.of(pooled);
    }

    private Stream<Term> ofPopulations(Measure measure, List<StratumCounts> strata, List<String> questions, Term pooled) {
        Merging<StratumCounts> merging = new Merging<>(strata, each -> measure.denominator(each, questions),
                each -> each.population() > 0 && !hiddenStrata.contains(each.code()));
        List<List<StratumCounts>> blocks = new ArrayList<>(merging.shown().stream().map(List::of).toList());
        if (merging.poolSize() > 0) {
            blocks.add(merging.pool());
        }
        // Respondents without a stratum stand for nobody.
        blocks.removeIf(block -> population(block) == 0);
        long population = blocks.stream().mapToLong(Estimator::population).sum();
        return population == 0 ? Stream.of(pooled)
                : blocks.stream().map(block -> new Term(Fraction.of(population(block), population), block, questions));
    }

    static long population(List<StratumCounts> strata) {
        return strata.stream().mapToLong(StratumCounts::population).sum();
    }

    private static long denominator(Measure measure, List<StratumCounts> strata, List<String> questions) {
        return new Term(Fraction.ONE, strata, questions).denominator(measure);
    }

    /** Parts that are told apart, and the pool of the others, which has no or at least k answers. */
    private final class Merging<T> {

        private final ToLongFunction<T> size;
        private final List<T> shown = new ArrayList<>();
        private final List<T> pool = new ArrayList<>();
        /** Of respondents without a part. */
        private long answersWithoutPart;

        private Merging(List<T> parts, ToLongFunction<T> size, java.util.function.Predicate<T> isShown) {
            this.size = size;
            parts.forEach(part -> (isShown.test(part) && size.applyAsLong(part) >= suppressBelow ? shown : pool).add(part));
        }

        private void poolAnswersWithoutPart(long answers) {
            answersWithoutPart = answers;
        }

        private long poolSize() {
            return answersWithoutPart + pool.stream().mapToLong(size).sum();
        }

        private List<T> shown() {
            merge();
            return shown;
        }

        private List<T> pool() {
            return pool;
        }

        private void merge() {
            while (!pool.isEmpty() && poolSize() > 0 && poolSize() < suppressBelow && !shown.isEmpty()) {
                T smallest = shown.stream().min(Comparator.comparingLong(size)).orElseThrow();
                shown.remove(smallest);
                pool.add(smallest);
            }
        }

        /** Each part counts once; the pool as often as it has parts. */
        private <P> List<Term> equallyWeighted(Function<T, P> one, Function<List<T>, P> pooled,
                java.util.function.BiFunction<Fraction, P, Stream<Term>> terms) {
            merge();
            boolean withPool = !pool.isEmpty() && poolSize() > 0;
            long parts = shown.size() + (withPool ? pool.size() : 0);
            Stream<Term> ofPool = withPool ? terms.apply(Fraction.of(pool.size(), parts), pooled.apply(pool)) : Stream.empty();
            return Stream.concat(shown.stream().flatMap(part -> terms.apply(Fraction.of(1, parts), one.apply(part))), ofPool)
                    .toList();
        }
    }
}
