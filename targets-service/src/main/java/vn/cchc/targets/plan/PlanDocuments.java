package vn.cchc.targets.plan;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.values.PlanCode;

/** Writes a plan as the document from which it can be registered again. */
@ApplicationScoped
class PlanDocuments {

    private final Targets targets;
    private final Indicators indicators;

    PlanDocuments(Targets targets, Indicators indicators) {
        this.targets = targets;
        this.indicators = indicators;
    }

    /** As the plan was registered, with its first leads and its regimes as they are now. Revisions are not in it. */
    NewPlan of(Plan plan) {
        return new NewPlan(plan.code(), plan.number, plan.issuedOn, plan.title, plan.titleEn, plan.issuer, plan.issuerEn,
                plan.legalBasis, plan.regime(), plan.validFrom, plan.validTo, plan.yearFrom, plan.yearTo, plan.text,
                List.of(plan.taskSections),
                targets.ofPlan(plan.code()).stream()
                        .map(target -> new NewPlan.NewTarget(target.number, target.wording, target.nameEn)).toList(),
                indicators.ofPlan(plan.code()).stream().map(NewIndicator::of).toList(),
                plan.isPublished() ? null : Boolean.TRUE, plan.supersedes == null ? null : new PlanCode(plan.supersedes));
    }
}
