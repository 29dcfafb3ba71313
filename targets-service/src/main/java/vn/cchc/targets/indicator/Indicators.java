package vn.cchc.targets.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.inbox.InapplicableEvent;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.PlanState;
import vn.cchc.targets.unit.ResponsibilityChange;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String> {

    private static final String COPY = """
            insert into assignment (id, indicator, unit, lead, valid_from, valid_to, version)
            select uuidv7(), i.code, a.unit, a.lead, a.valid_from, least(a.valid_to, cast(:last as date)), 1
            from indicator i join assignment a on a.indicator = i.adopts join indicator f on f.code = i.adopts
            where i.plan = :successor and f.plan = :former and (a.valid_from is null or a.valid_from <= cast(:last as date))""";
    private static final String OF_FORMER = " where indicator in (select code from indicator where plan = :former)";
    private static final String END = "update assignment set valid_to = cast(:last as date), version = version + 1" + OF_FORMER
            + " and (valid_to is null or valid_to > :last) and (valid_from is null or valid_from <= cast(:last as date))";
    private static final String REMOVE_LATER = "delete from assignment" + OF_FORMER + " and valid_from > cast(:last as date)";
    private static final String END_COORDINATION = "update coordinating_unit set valid_to = cast(:last as date), version = version + 1"
            + OF_FORMER
            + " and (valid_to is null or valid_to > :last) and (valid_from is null or valid_from <= cast(:last as date))";

    private final Outbox outbox;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Clock clock;
    private final ResponsibilityChange responsibility;

    Indicators(Outbox outbox, AuditTrail trail, BodyValidator bodies, Clock clock, ResponsibilityChange responsibility) {
        this.outbox = outbox;
        this.trail = trail;
        this.bodies = bodies;
        this.clock = clock;
        this.responsibility = responsibility;
    }

    public Indicator require(IndicatorCode code) {
        return findByIdOptional(code.value()).orElseThrow(() -> ProblemException.notFound(ResourceType.INDICATOR, code));
    }

    /**
     * The indicator, locked until the end of the transaction. A query of the indicator alone: a find joins the plan, and
     * Hibernate then locks in a second statement, after it has read a state that another transaction may have changed.
     */
    Optional<Indicator> findForUpdate(IndicatorCode code) {
        return find("code", code.value()).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** @throws InapplicableEvent if an event names an indicator that does not exist */
    public Indicator requireForEvent(IndicatorCode code) {
        return findByIdOptional(code.value()).orElseThrow(() -> new InapplicableEvent("no indicator " + code));
    }

    /** The validity of each assignment of a unit to an indicator. */
    public List<DateRange> assignments(IndicatorCode indicator, UnitCode unit) {
        return getEntityManager()
                .createQuery("from Assignment where indicator.code = :indicator and unit = :unit", Assignment.class)
                .setParameter("indicator", indicator.value()).setParameter("unit", unit.value()).getResultStream()
                .map(Assignment::validity).toList();
    }

    /** The validities of the assignments, by indicator and unit. */
    public Map<IndicatorCode, Map<UnitCode, List<DateRange>>> assignments(Collection<IndicatorCode> codes) {
        return getEntityManager().createQuery("from Assignment where indicator.code in :indicators", Assignment.class)
                .setParameter("indicators", codes.stream().map(IndicatorCode::value).toList()).getResultStream()
                .collect(Collectors.groupingBy(assignment -> assignment.indicator.code(), Collectors.groupingBy(
                        Assignment::unit, Collectors.mapping(Assignment::validity, Collectors.toList()))));
    }

    public List<Indicator> withCodes(Collection<IndicatorCode> codes) {
        return list("code in ?1", codes.stream().map(IndicatorCode::value).toList());
    }

    /** The indicators of a plan, in the plan's order. */
    public List<Indicator> ofPlan(PlanCode plan) {
        return list("plan.code = ?1 order by position", plan.value());
    }

    List<Indicator> ofPlan(PlanCode plan, int afterPosition, int rows) {
        return find("plan.code = ?1 and position > ?2 order by position", plan.value(), afterPosition).page(0, rows).list();
    }

    /** The codes of a plan's indicators, by the number of the target that they measure. */
    public Map<Integer, List<IndicatorCode>> codesByTarget(PlanCode plan) {
        return find("select target, code from Indicator where plan.code = ?1 order by position", plan.value())
                .project(IndicatorOfTarget.class).stream().collect(Collectors.groupingBy(IndicatorOfTarget::number,
                        Collectors.mapping(IndicatorOfTarget::indicator, Collectors.toList())));
    }

    /** @param number number of the target that the indicator measures */
    record IndicatorOfTarget(int number, String code) {

        IndicatorCode indicator() {
            return new IndicatorCode(code);
        }
    }

    /** Those of the codes that an indicator of any plan has already. */
    public Set<IndicatorCode> existing(Collection<IndicatorCode> codes) {
        return find("select code from Indicator where code in ?1", codes.stream().map(IndicatorCode::value).toList())
                .project(String.class).stream().map(IndicatorCode::new).collect(Collectors.toSet());
    }

    @Transactional
    IndicatorView askFor(IndicatorCode code, FurtherRegimes wanted, ChangeContext context) {
        Indicator indicator = findForUpdate(code).orElseThrow(() -> ProblemException.notFound(ResourceType.INDICATOR, code));
        trail.requireMatch(indicator, context, () -> view(indicator));
        bodies.constraints(wanted)
                .rule(() -> wanted.violations("/alsoAskedBy", indicator.type, indicator.plan.regime()), "alsoAskedBy")
                .throwIfAny();
        trail.change(indicator, "SET_FURTHER_REGIMES", context, () -> indicator.askedBy(wanted.alsoAskedBy()));
        publish(indicator);
        return view(indicator);
    }

    /** The indicators of issued plans that go on with some others, at once or one after the other, by those others. */
    public Map<IndicatorCode, List<Indicator>> adopters(Collection<Indicator> of) {
        Map<String, List<Indicator>> adopting = list("adopts is not null and plan.state <> ?1", PlanState.DRAFT).stream()
                .collect(Collectors.groupingBy(indicator -> indicator.adopts));
        Map<IndicatorCode, List<Indicator>> all = new HashMap<>();
        of.forEach(indicator -> all.put(indicator.code(), adopters(indicator, adopting).toList()));
        return all;
    }

    private static Stream<Indicator> adopters(Indicator of, Map<String, List<Indicator>> adopting) {
        return adopting.getOrDefault(of.code, List.of()).stream()
                .flatMap(adopter -> Stream.concat(Stream.of(adopter), adopters(adopter, adopting)));
    }

    /** The units that lead or report the indicators of some plans, or did. */
    public Set<UnitCode> units(Plan... plans) {
        return getEntityManager()
                .createQuery("select distinct unit from Assignment where indicator.plan in :plans", String.class)
                .setParameter("plans", List.of(plans)).getResultStream().map(UnitCode::new).collect(Collectors.toSet());
    }

    /**
     * Gives the adopting indicators of a plan the assignments of those with which they go on, and ends those of the
     * former plan. So each unit stays responsible for the days on which it was.
     */
    public void handOver(Plan former, Plan successor, LocalDate lastDay) {
        List.of(COPY, END, REMOVE_LATER, END_COORDINATION).forEach(statement -> {
            var query = getEntityManager().createNativeQuery(statement).setParameter("last", lastDay)
                    .setParameter("former", former.code().value());
            if (statement.equals(COPY)) {
                query.setParameter("successor", successor.code().value());
            }
            query.executeUpdate();
        });
    }

    /** Publishes the definition that is in force today. The indicators of a draft are known to nobody. */
    void publish(Indicator indicator) {
        if (indicator.plan.isPublished()) {
            outbox.add(indicator.asEvent(LocalDate.now(clock)));
        }
    }

    /** Before an adopting plan, the lead is that of the indicator with which it goes on. */
    private static DateRange leadValidity(Plan plan, NewIndicator row) {
        return row.adopts() == null ? row.leadValidity() : new DateRange(plan.validity().from(), row.leadUntil());
    }

    /** Publishes a plan's indicators, since the plan has been issued or has ended. */
    public void publishAll(Plan plan) {
        ofPlan(plan.code()).forEach(indicator -> {
            indicator.planChanged();
            publish(indicator);
        });
    }

    /** Removes the indicators of a draft. */
    public void deleteAll(Plan plan) {
        List<Indicator> all = ofPlan(plan.code());
        Set<UnitCode> units = all.stream().flatMap(indicator -> indicator.assignments.stream()).map(Assignment::unit)
                .collect(Collectors.toSet());
        responsibility.of(units, () -> all.forEach(this::deleteWithUnits));
    }

    private void deleteWithUnits(Indicator indicator) {
        indicator.assignments.forEach(getEntityManager()::remove);
        indicator.coordinatingUnits.forEach(getEntityManager()::remove);
        delete(indicator);
    }

    private IndicatorView view(Indicator indicator) {
        return IndicatorView.of(indicator, LocalDate.now(clock));
    }

    /** Defines a plan's indicators in the given order, and publishes an event for each. */
    public void define(Plan plan, List<NewIndicator> wanted, ChangeContext context) {
        responsibility.of(wanted.stream().map(NewIndicator::leadUnit).collect(Collectors.toSet()), () -> {
            int position = 0;
            for (NewIndicator row : wanted) {
                position++;
                define(new Indicator(plan, row, position), row, context);
            }
        });
    }

    private void define(Indicator indicator, NewIndicator row, ChangeContext context) {
        persist(indicator);
        Assignment lead = new Assignment(indicator, row.leadUnit(), true, leadValidity(indicator.plan, row));
        getEntityManager().persist(lead);
        indicator.assignments = List.of(lead);
        publish(indicator);
        trail.created(indicator, context);
    }
}
