package vn.cchc.targets.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.values.IndicatorCode;

/** Which indicators of a plan a successor can go on with (kế thừa). */
@ApplicationScoped
class Adoptions {

    private final Plans plans;
    private final Indicators indicators;

    Adoptions(Plans plans, Indicators indicators) {
        this.plans = plans;
        this.indicators = indicators;
    }

    /** Only figures of one meaning make one series: the same type, time basis and regime. */
    List<Violation> violations(NewPlan wanted) {
        if (wanted.supersedes() == null) {
            return List.of();
        }
        Plan former = plans.findById(wanted.supersedes().value());
        if (former == null) {
            return List.of(Violation.at("/supersedes", TargetsProblem.UNKNOWN_PLAN, wanted.supersedes()));
        }
        Map<IndicatorCode, Indicator> known = indicators.ofPlan(former.code()).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        Set<IndicatorCode> adopted = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < size(wanted); i++) {
            NewIndicator indicator = wanted.indicators().get(i);
            if (indicator != null && indicator.adopts() != null) {
                violation("/indicators/" + i + "/adopts", indicator, wanted, known, adopted).ifPresent(violations::add);
            }
        }
        return violations;
    }

    private static int size(NewPlan wanted) {
        return wanted.indicators() == null ? 0 : wanted.indicators().size();
    }

    private static Optional<Violation> violation(String at, NewIndicator wanted, NewPlan plan,
            Map<IndicatorCode, Indicator> known, Set<IndicatorCode> adopted) {
        Indicator former = known.get(wanted.adopts());
        if (former == null) {
            return Optional.of(Violation.at(at, TargetsProblem.UNKNOWN_INDICATOR, wanted.adopts()));
        }
        if (!adopted.add(wanted.adopts())) {
            return Optional.of(Violation.at(at, TargetsProblem.DUPLICATE, wanted.adopts()));
        }
        if (former.type() != wanted.type() || former.timeBasis() != wanted.timeBasis()) {
            return Optional.of(Violation.at(at, TargetsProblem.OTHER_TYPE, wanted.adopts()));
        }
        return former.plan().regime().equals(plan.regime()) ? Optional.empty()
                : Optional.of(Violation.at(at, TargetsProblem.OTHER_REGIME, wanted.adopts(), former.plan().regime()));
    }
}
