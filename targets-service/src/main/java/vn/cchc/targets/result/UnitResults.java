package vn.cchc.targets.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultEvent;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.messaging.inbox.BatchReadModel;
import vn.cchc.messaging.inbox.InapplicableEvent;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorAdopted;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Every version of the units' figures, and what the units contribute to the years. */
@ApplicationScoped
class UnitResults implements BatchReadModel<UnitResultEvent> {

    // One statement for all rows; Hibernate needs one for each, because the table numbers them.
    private static final String COLUMNS = """
            regime, period, unit, year, period_from, period_to, year_from, annual, numerator, denominator, rating, statement, report,
            report_version, submitted_by, submitted_at, accepted_by, accepted_at, seal, evidence, retracted_by, retracted_at, reason,
            recorded_at""";

    private static final String INSERT = """
            insert into unit_result_version (indicator, plan, %1$s)
            select indicator, plan, %1$s from jsonb_populate_recordset(null::unit_result_version, cast(:rows as jsonb))"""
            .formatted(COLUMNS);

    private static final String ADOPT = """
            insert into unit_result_version (indicator, plan, %1$s)
            select :adopter, :plan, %1$s from unit_result_version where indicator = :former order by id""".formatted(COLUMNS);

    private final EntityManager database;
    private final Indicators indicators;
    private final UnitContributions contributions;
    private final MaintainedGroups groups;

    UnitResults(EntityManager database, Indicators indicators, UnitContributions contributions, MaintainedGroups groups) {
        this.database = database;
        this.indicators = indicators;
        this.contributions = contributions;
        this.groups = groups;
    }

    @Override
    public void applyAll(List<ReceivedEvent<UnitResultEvent>> received) {
        List<UnitResultEvent> events = received.stream().map(ReceivedEvent::event).toList();
        Map<IndicatorCode, Indicator> known = require(events);
        Map<IndicatorCode, List<Indicator>> adopters = indicators.adopters(known.values());
        adopters.values().forEach(all -> all.forEach(adopter -> known.put(adopter.code(), adopter)));
        groups.lock(events.stream().map(event -> new UnitCode(event.unit())).collect(Collectors.toSet()));
        List<UnitResult> waiting = new ArrayList<>();
        Set<UnitResult.Scope> changed = new HashSet<>();
        for (UnitResultEvent event : events) {
            // A retraction is of the current figure, which can be one of these.
            if (event instanceof UnitResultRetracted) {
                add(waiting);
            }
            IndicatorCode code = new IndicatorCode(event.indicator());
            Stream.concat(Stream.of(known.get(code)), adopters.getOrDefault(code, List.of()).stream()).forEach(indicator -> {
                UnitResult version = version(indicator, event);
                waiting.add(version);
                changed.add(version.scope());
            });
        }
        add(waiting);
        contributions.refresh(known, changed);
        groups.settle();
    }

    /** The figures of the indicator that another one goes on with are also its own, with the units that reported them. */
    @SuppressWarnings("unchecked")
    void onAdopted(@Observes IndicatorAdopted adopted) {
        Indicator adopter = adopted.adopter();
        List<Tuple> known = database
                .createNativeQuery("select distinct regime, year, unit from unit_result_version where indicator = :former",
                        Tuple.class)
                .setParameter("former", adopted.former().value()).getResultList();
        List<UnitResult.Scope> scopes = known.stream().map(row -> new UnitResult.Scope(adopter.code(),
                new RegimeCode(row.get("regime", String.class)), row.get("year", Integer.class),
                new UnitCode(row.get("unit", String.class)))).toList();
        groups.lock(scopes.stream().map(UnitResult.Scope::unit).collect(Collectors.toSet()));
        database.createNativeQuery(ADOPT).setParameter("adopter", adopter.code().value())
                .setParameter("plan", adopter.plan().code().value()).setParameter("former", adopted.former().value())
                .executeUpdate();
        contributions.refresh(Map.of(adopter.code(), adopter), scopes);
        groups.settle();
    }

    private Map<IndicatorCode, Indicator> require(List<UnitResultEvent> events) {
        Set<IndicatorCode> codes = events.stream().map(event -> new IndicatorCode(event.indicator()))
                .collect(Collectors.toSet());
        Map<IndicatorCode, Indicator> known = indicators.withCodes(codes).stream()
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
        codes.stream().filter(code -> !known.containsKey(code)).findFirst().ifPresent(code -> {
            throw new InapplicableEvent("no indicator " + code);
        });
        return known;
    }

    private void add(Collection<UnitResult> versions) {
        if (!versions.isEmpty()) {
            database.createNativeQuery(INSERT).setParameter("rows", TableRows.of(versions)).executeUpdate();
            versions.clear();
        }
    }

    private UnitResult version(Indicator indicator, UnitResultEvent event) {
        if (event instanceof UnitResultAccepted accepted) {
            return new UnitResult(indicator, accepted);
        }
        return new UnitResult(indicator, (UnitResultRetracted) event, current(indicator, event));
    }

    @SuppressWarnings("unchecked")
    private Optional<UnitResult> current(Indicator indicator, UnitResultEvent event) {
        return database.createNativeQuery("""
                select * from unit_result
                where indicator = :indicator and regime = :regime and period = :period and unit = :unit""", UnitResult.class)
                .setParameter("indicator", indicator.code().value()).setParameter("regime", event.regime())
                .setParameter("period", event.periodCode()).setParameter("unit", event.unit())
                .getResultStream().findFirst();
    }

    @Override
    public void reset() {
        contributions.clear();
        database.createQuery("delete UnitResult").executeUpdate();
    }

    @Override
    public String topic() {
        return UnitResultEvent.TOPIC;
    }

    @Override
    public Class<UnitResultEvent> type() {
        return UnitResultEvent.class;
    }
}
