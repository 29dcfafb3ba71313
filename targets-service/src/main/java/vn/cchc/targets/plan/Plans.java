package vn.cchc.targets.plan;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PlanCode;

@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, String> {

    private final PlanCode defaultPlan;

    Plans(PlansConfig config) {
        this.defaultPlan = config.defaultPlan();
    }

    public Plan require(PlanCode code) {
        return findByIdOptional(code.value()).orElseThrow(() -> ProblemException.notFound(ResourceType.PLAN, code));
    }

    /** @param code null for the plan that the operator configured as the default ({@code cchc.plans.default}) */
    public Plan requireOrDefault(PlanCode code) {
        return require(code == null ? defaultPlan : code);
    }

    boolean exists(PlanCode code) {
        return findById(code.value()) != null;
    }

    /** Until the transaction ends, no other transaction registers a plan. */
    void lock() {
        getEntityManager().createNativeQuery("lock table plan in exclusive mode").executeUpdate();
    }
}
