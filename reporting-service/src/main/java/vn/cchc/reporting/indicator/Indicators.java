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

@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, String>, ReadModel<IndicatorDefined> {

    private static final String OF_UNIT = """
            select * from indicator
            where definition -> 'assignments' @> jsonb_build_array(jsonb_build_object('unit', cast(:unit as text)))""";

    /** The indicators that a unit's report requires: those that are assigned to the unit on the cut-off day. */
    public List<Indicator> requiredFor(String unit, Period period) {
        if (count() == 0) {
            // Until targets-service has published indicators, a report would require nothing and could be accepted empty.
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        return getEntityManager().unwrap(Session.class).createNativeQuery(OF_UNIT, Indicator.class).setParameter("unit", unit)
                .getResultStream().filter(indicator -> indicator.isReportedBy(unit, period.to()))
                .filter(indicator -> indicator.isRequiredIn(period.isAnnual())).sorted(Comparator.comparing(Indicator::code))
                .toList();
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
