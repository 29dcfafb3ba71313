package vn.cchc.targets.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PlanCode;

@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, String> {

    private final PlanCode defaultPlan;
    private final Event<PlanPublished> events;

    Plans(PlansConfig config, Event<PlanPublished> events) {
        this.defaultPlan = config.defaultPlan();
        this.events = events;
    }

    void published(Plan plan, ChangeContext context) {
        events.fire(new PlanPublished(plan, context));
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
    public void lock() {
        getEntityManager().createNativeQuery("lock table plan in exclusive mode").executeUpdate();
    }
}
