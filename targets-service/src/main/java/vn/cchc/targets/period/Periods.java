package vn.cchc.targets.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.PeriodDefined;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@ApplicationScoped
public class Periods implements PanacheRepositoryBase<Period, Period.Key>, ReadModel<PeriodDefined> {

    private final EventHistory history;

    Periods(EventHistory history) {
        this.history = history;
    }

    /** The reporting year of a regime in which a day lies: the calendar year if no period of the regime covers the day. */
    public int yearOf(RegimeCode regime, LocalDate day) {
        return find("regime = ?1 and yearFrom <= ?2 and yearTo >= ?2 order by cancelled, version desc", regime.value(), day)
                .firstResultOptional()
                .map(period -> period.year).orElse(day.getYear());
    }

    public List<ReportingYear> years(RegimeCode regime, Collection<Integer> years) {
        Map<Integer, List<Period>> known = find("regime = ?1 and year in ?2", regime.value(), years).stream()
                .collect(Collectors.groupingBy(period -> period.year));
        return years.stream().map(year -> ReportingYear.of(year, known.getOrDefault(year, List.of()))).toList();
    }

    /** The reporting years of those of the periods that are known. */
    public Map<PeriodCode, Integer> yearsOf(RegimeCode regime, Collection<PeriodCode> codes) {
        return find("regime = ?1 and code in ?2", regime.value(), codes.stream().map(PeriodCode::value).toList()).stream()
                .collect(Collectors.toMap(Period::code, period -> period.year));
    }

    public ReportingYear year(RegimeCode regime, int year) {
        return years(regime, List.of(year)).get(0);
    }

    @Override
    public void apply(ReceivedEvent<PeriodDefined> received) {
        apply(received.event());
        history.add(received);
    }

    /** An older version never replaces a newer one. */
    @Override
    public void apply(PeriodDefined defined) {
        Period known = findById(new Period.Key(defined.regime(), defined.code()));
        if (known == null || known.version < defined.version()) {
            getEntityManager().merge(new Period(defined));
        }
    }

    @Override
    public void reset() {
        deleteAll();
        history.clear(this);
    }

    @Override
    public String topic() {
        return PeriodDefined.TOPIC;
    }

    @Override
    public Class<PeriodDefined> type() {
        return PeriodDefined.class;
    }
}
