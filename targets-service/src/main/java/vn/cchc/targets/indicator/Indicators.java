package vn.cchc.targets.indicator;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.inbox.InapplicableEvent;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.targets.plan.Plan;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String> {

    private final Outbox outbox;
    private final AuditTrail trail;

    Indicators(Outbox outbox, AuditTrail trail) {
        this.outbox = outbox;
        this.trail = trail;
    }

    public Indicator require(String code) {
        return findByIdOptional(code).orElseThrow(() -> ProblemException.notFound("indicator", code));
    }

    /** The one of which another service tells. */
    public Indicator requireForEvent(String code) {
        return findByIdOptional(code).orElseThrow(() -> new InapplicableEvent("no indicator " + code));
    }

    public List<Indicator> inPlanOrder() {
        return list("order by position");
    }

    public Map<Integer, List<String>> codesByTarget() {
        return inPlanOrder().stream()
                .collect(Collectors.groupingBy(Indicator::target, Collectors.mapping(Indicator::code, Collectors.toList())));
    }

    /** Takes the plan's indicators in, in the order in which they are given, and tells the other services of each. */
    public void define(Plan plan, List<IndicatorRow> printed) {
        for (IndicatorRow row : printed) {
            Indicator indicator = new Indicator(plan, row, printed.indexOf(row) + 1);
            persist(indicator);
            Assignment lead = new Assignment(indicator, row.leadUnit(), true, null, row.leadUntil());
            getEntityManager().persist(lead);
            indicator.assignments = List.of(lead);
            outbox.add(indicator.asEvent());
            trail.created(indicator);
        }
    }
}
