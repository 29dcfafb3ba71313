package vn.cchc.survey.result;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

import vn.cchc.survey.stratum.Stratum;

/**
 * What was counted in one stratum.
 *
 * @param stratum null for respondents without a stratum
 * @param questions the answers at levels by the code of the question
 */
record StratumCounts(Stratum stratum, RespondentCount people, Map<String, Satisfaction> questions, Expectation expectation) {

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
        return codes.stream().map(questions::get).filter(Objects::nonNull).reduce(Satisfaction.NONE, Satisfaction::plus);
    }
}
