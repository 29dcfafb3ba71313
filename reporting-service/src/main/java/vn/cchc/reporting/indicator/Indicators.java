package vn.cchc.reporting.indicator;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.DateRange;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String>, ReadModel<IndicatorDefined> {

    private static final String OF_UNIT = """
            select * from indicator
            where definition ->> 'regime' = :regime and definition -> 'assignments' @> jsonb_build_array(jsonb_build_object('unit', cast(:unit as text)))""";

    /**
     * The indicators that a unit's report requires under a regime.
     *
     * @param life the days on which the unit exists
     */
    public List<Indicator> requiredFor(RegimeCode regime, UnitCode unit, DateRange life, Period period) {
        if (count() == 0) {
            // Until targets-service has published indicators, a report would require nothing and could be accepted empty.
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        return getEntityManager().unwrap(Session.class).createNativeQuery(OF_UNIT, Indicator.class)
                .setParameter("regime", regime.value())
                .setParameter("unit", unit.value()).getResultStream()
                .filter(indicator -> indicator.isRequiredOf(unit, life, period.window(), period.isAnnual()))
                .sorted(Comparator.comparing(Indicator::code))
                .toList();
    }

    /** All indicators that are reported under a regime, in the order of their codes. */
    public List<Indicator> reportedUnder(RegimeCode regime) {
        return getEntityManager().unwrap(Session.class).createNativeQuery("""
                select * from indicator where definition ->> 'regime' = :regime""", Indicator.class)
                .setParameter("regime", regime.value()).getResultStream().sorted(Comparator.comparing(Indicator::code))
                .toList();
    }

    /** What every unit reports for a period. It is read once for the work on many units. */
    public AssignedIndicators assigned(RegimeCode regime, Period period) {
        if (count() == 0) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        return new AssignedIndicators(reportedUnder(regime), period);
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
