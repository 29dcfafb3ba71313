package vn.cchc.targets.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.indicator.RevisedTarget;
import vn.cchc.targets.indicator.Revisions;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.TargetCode;

/** Reads the targets of a plan together with the codes of their indicators. */
@ApplicationScoped
class TargetViews {

    private final Targets targets;
    private final Indicators indicators;
    private final Revisions revisions;

    TargetViews(Targets targets, Indicators indicators, Revisions revisions) {
        this.revisions = revisions;
        this.targets = targets;
        this.indicators = indicators;
    }

    Page<TargetView> page(Plan plan, Paging paging, LocalDate today) {
        Map<Integer, List<IndicatorCode>> codes = indicators.codesByTarget(plan.code());
        Map<Integer, RevisedTarget> revised = revisions.targets(plan.code(), today);
        return Page.of(targets.ofPlan(plan.code(), paging.afterNumber(), paging.rows()), paging,
                target -> String.valueOf(target.number),
                target -> TargetView.of(target, codes.getOrDefault(target.number, List.of()),
                        Optional.ofNullable(revised.get(target.number))));
    }

    /** The plan's text with its targets, word for word. */
    PlanText text(Plan plan) {
        if (plan.text == null) {
            throw ProblemException.notFound(ResourceType.PLAN_TEXT, plan.code());
        }
        return plan.text.with(targets.ofPlan(plan.code()));
    }

    TargetView one(Plan plan, int number, LocalDate today) {
        if (number < 1) {
            throw ProblemException.notFound(ResourceType.TARGET, plan.code() + "/" + number);
        }
        Target target = targets.require(new TargetCode(plan.code(), number));
        return TargetView.of(target, indicators.codesByTarget(plan.code()).getOrDefault(number, List.of()),
                Optional.ofNullable(revisions.targets(plan.code(), today).get(number)));
    }
}
