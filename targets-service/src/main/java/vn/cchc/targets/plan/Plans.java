package vn.cchc.targets.plan;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.PlanCode;

@ApplicationScoped
public class Plans implements PanacheRepositoryBase<Plan, String> {

    private static final String VERSIONS = """
            select nullif(v.recorded_at, '-infinity') as recorded_at, p.*
            from public.row_version v cross join jsonb_populate_record(null\\:\\:public.plan,
              jsonb_build_object('state', 'ISSUED', 'version', 1) || v.content) p
            where v.table_name = 'plan' and v.key = :code and not v.deleted
              and v.recorded_at <= coalesce(cast(nullif(current_setting('cchc.as_of', true), '') as timestamptz), 'infinity')
            order by v.number""";

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

    /** How the plan has stood, in the order of time; of the past, if the transaction reads it. */
    @SuppressWarnings("unchecked")
    List<PlanVersionView> versions(PlanCode code) {
        List<Tuple> rows = getEntityManager().createNativeQuery(VERSIONS, Tuple.class).setParameter("code", code.value())
                .getResultList();
        return rows.stream().map(PlanVersionView::of).toList();
    }

    boolean exists(PlanCode code) {
        return findById(code.value()) != null;
    }

    /** Until the transaction ends, no other transaction registers a plan. */
    public void lock() {
        getEntityManager().createNativeQuery("lock table plan in exclusive mode").executeUpdate();
    }
}
