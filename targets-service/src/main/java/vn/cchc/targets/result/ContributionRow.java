package vn.cchc.targets.result;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

import vn.cchc.targets.indicator.Indicator;

/**
 * A row of {@code unit_contribution}.
 *
 * @param basis null, like all that follows, if the unit contributes nothing
 * @param touched whether the groups change with the unit as a whole
 */
record ContributionRow(String indicator, String plan, String regime, int year, String unit, String basis, LocalDate cutOff,
        Boolean annual, BigInteger numerator, BigInteger denominator, Long notAchieved, Long partlyAchieved, Long achieved,
        boolean touched) {

    static ContributionRow of(Indicator indicator, UnitResult.Scope scope, Optional<UnitContribution> contribution,
            boolean touched) {
        Optional<ResultTotal> total = contribution.map(UnitContribution::total);
        Optional<UnitResult> latest = contribution.map(UnitContribution::latest);
        return new ContributionRow(scope.indicator().value(), indicator.plan().code().value(), scope.regime().value(),
                scope.year(), scope.unit().value(), contribution.map(UnitContribution::basis).orElse(null),
                latest.map(UnitResult::cutOff).orElse(null), latest.map(UnitResult::annual).orElse(null),
                total.map(ResultTotal::numerator).orElse(null), total.map(ResultTotal::denominator).orElse(null),
                total.map(ResultTotal::notAchieved).orElse(null), total.map(ResultTotal::partlyAchieved).orElse(null),
                total.map(ResultTotal::achieved).orElse(null), touched);
    }
}
