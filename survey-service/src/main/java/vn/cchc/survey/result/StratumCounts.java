package vn.cchc.survey.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import vn.cchc.survey.stratum.Stratum;

/**
 * What was counted in one stratum.
 *
 * @param stratum null for respondents without a stratum
 * @param questions the answers at levels by the code of the question
 * @param peopleByQuestions those who gave a level to at least one of some questions: of all, and of each topic
 */
record StratumCounts(Stratum stratum, RespondentCount people, Map<String, Satisfaction> questions,
        Map<List<String>, RespondentCount> peopleByQuestions, Expectation expectation) {

    static final String NONE = "";

    /** Empty for respondents without a stratum. */
    String code() {
        return stratum == null ? NONE : stratum.code();
    }

    /** Empty if it has none. */
    String group() {
        return stratum == null ? NONE : Objects.requireNonNullElse(stratum.groupCode(), NONE);
    }

    /** Empty if it has none. */
    String unit() {
        return stratum == null ? NONE : Objects.requireNonNullElse(stratum.unit(), NONE);
    }

    /** 0 if it is not known. */
    long population() {
        return stratum == null || stratum.population() == null ? 0 : stratum.population();
    }

    Satisfaction of(Collection<String> codes) {
        // A result looks at each question of each stratum many times.
        Satisfaction sum = Satisfaction.NONE;
        for (String code : codes) {
            Satisfaction question = questions.get(code);
            sum = question == null ? sum : sum.plus(question);
        }
        return sum;
    }

    /** Those who gave a level to at least one of some questions; empty if they were not counted. */
    Optional<RespondentCount> peopleOf(List<String> codes) {
        Satisfaction answers = of(codes);
        if (answers.answers() == 0) {
            return Optional.of(RespondentCount.none(code()));
        }
        return codes.size() == 1 ? Optional.of(RespondentCount.ofOneQuestion(answers))
                : Optional.ofNullable(peopleByQuestions.get(codes));
    }

    static RespondentCount people(List<StratumCounts> of) {
        return of.stream().map(StratumCounts::people).reduce(RespondentCount.none(NONE), RespondentCount::plus);
    }

    static Optional<RespondentCount> peopleOf(List<StratumCounts> of, List<String> questions) {
        Optional<RespondentCount> sum = Optional.of(RespondentCount.none(NONE));
        for (StratumCounts each : of) {
            sum = sum.flatMap(before -> each.peopleOf(questions).map(before::plus));
        }
        return sum;
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
}
