package vn.cchc.reporting.indicator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.DateRange;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String>, ReadModel<IndicatorDefined> {

    private static final String ASKED = """
            select * from indicator
            where (definition ->> 'regime' = :regime or definition -> 'alsoAskedBy' @> jsonb_build_array(cast(:regime as text)))""";

    private static final String OF_UNIT = ASKED + """
            and definition -> 'assignments' @> jsonb_build_array(jsonb_build_object('unit', cast(:unit as text)))""";

    private final Regimes regimes;

    Indicators(Regimes regimes) {
        this.regimes = regimes;
    }

    /**
     * The indicators that a regime asks a unit for.
     *
     * @param life the days on which the unit exists
     */
    public AskedIndicators askedOf(RegimeCode regime, UnitCode unit, DateRange life, Period period) {
        if (count() == 0) {
            // Until targets-service has published indicators, a report would require nothing and could be accepted empty.
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        Map<Boolean, List<Indicator>> ownOrNot = getEntityManager().unwrap(Session.class)
                .createNativeQuery(OF_UNIT, Indicator.class).setParameter("regime", regime.value())
                .setParameter("unit", unit.value()).getResultStream()
                .filter(indicator -> indicator.isRequiredOf(unit, life, period.window(), period.isAnnual()))
                .sorted(Comparator.comparing(Indicator::code)).collect(own(regime));
        return new AskedIndicators(ownOrNot.get(true), referred(ownOrNot.get(false), period));
    }

    private static Collector<Indicator, ?, Map<Boolean, List<Indicator>>> own(RegimeCode regime) {
        return Collectors.partitioningBy(indicator -> indicator.regime().equals(regime));
    }

    private List<ReferredIndicator> referred(List<Indicator> ofOtherRegimes, Period referring) {
        if (ofOtherRegimes.isEmpty()) {
            return List.of();
        }
        Set<String> others = ofOtherRegimes.stream().map(indicator -> indicator.regime().value()).collect(Collectors.toSet());
        List<Period> earlier = regimes.periodsEndingBy(others, referring.to());
        return ofOtherRegimes.stream().map(indicator -> ReferredIndicator.of(indicator, referring, earlier)).toList();
    }

    /** All indicators that are reported under a regime, in the order of their codes; not those that its reports refer to. */
    public List<Indicator> reportedUnder(RegimeCode regime) {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select * from indicator where definition ->> 'regime' = :regime""", Indicator.class)
                .setParameter("regime", regime.value()).getResultStream().sorted(Comparator.comparing(Indicator::code))
                .toList();
    }

    /** Whether reports of a regime refer to indicators of other regimes. */
    public boolean isReferredToUnder(RegimeCode regime) {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select exists (select 1 from indicator
                  where definition -> 'alsoAskedBy' @> jsonb_build_array(cast(:regime as text)))""", Boolean.class)
                .setParameter("regime", regime.value()).getSingleResult();
    }

    /** What every unit reports for a period. It is read once for the work on many units. */
    public AssignedIndicators assigned(RegimeCode regime, Period period) {
        if (count() == 0) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        Map<Boolean, List<Indicator>> ownOrNot = getEntityManager().unwrap(Session.class)
                .createNativeQuery(ASKED, Indicator.class).setParameter("regime", regime.value()).getResultStream()
                .sorted(Comparator.comparing(Indicator::code)).collect(own(regime));
        return new AssignedIndicators(ownOrNot.get(true), referred(ownOrNot.get(false), period), period);
    }

    public List<Indicator> findByCodes(Collection<String> codes) {
        return list("code in ?1 order by code", codes);
    }

    /** An older version of an indicator never replaces a newer one. */
    @Override
    public void apply(IndicatorDefined defined) {
        Indicator known = findById(defined.code());
        if (known == null || known.version < defined.version()) {
            getEntityManager().merge(new Indicator(defined));
        }
    }

    @Override
    public void reset() {
        deleteAll();
    }

    @Override
    public String topic() {
        return IndicatorDefined.TOPIC;
    }

    @Override
    public Class<IndicatorDefined> type() {
        return IndicatorDefined.class;
    }
}
