package vn.cchc.targets.result;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultEvent;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

/** Every version of the units' figures, and what the units contribute to the years. */
@ApplicationScoped
class UnitResults implements ReadModel<UnitResultEvent> {

    private final EntityManager database;
    private final Indicators indicators;
    private final UnitContributions contributions;

    UnitResults(EntityManager database, Indicators indicators, UnitContributions contributions) {
        this.database = database;
        this.indicators = indicators;
        this.contributions = contributions;
    }

    @Override
    public void apply(UnitResultEvent event) {
        Indicator indicator = indicators.requireForEvent(new IndicatorCode(event.indicator()));
        contributions.lock(new UnitCode(event.unit()));
        UnitResult version = version(indicator, event);
        database.persist(version);
        contributions.refresh(indicator, version.scope());
    }

    private UnitResult version(Indicator indicator, UnitResultEvent event) {
        if (event instanceof UnitResultAccepted accepted) {
            return new UnitResult(indicator, accepted);
        }
        return new UnitResult(indicator, (UnitResultRetracted) event, current(event));
    }

    @SuppressWarnings("unchecked")
    private Optional<UnitResult> current(UnitResultEvent event) {
        return database.createNativeQuery("""
                select * from unit_result
                where indicator = :indicator and regime = :regime and period = :period and unit = :unit""", UnitResult.class)
                .setParameter("indicator", event.indicator()).setParameter("regime", event.regime())
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
