package vn.cchc.targets.plan;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PlanCode;
import vn.cchc.values.TargetCode;

@ApplicationScoped
class Targets implements PanacheRepositoryBase<Target, Target.Key> {

    Target require(TargetCode code) {
        return findByIdOptional(new Target.Key(code)).orElseThrow(() -> ProblemException.notFound(ResourceType.TARGET, code));
    }

    List<Target> ofPlan(PlanCode plan) {
        return list("plan = ?1 order by number", plan.value());
    }

    List<Target> ofPlan(PlanCode plan, int afterNumber, int rows) {
        return find("plan = ?1 and number > ?2 order by number", plan.value(), afterNumber).page(0, rows).list();
    }
}
