package vn.cchc.reporting.pending;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.reporting.scope.ReviewReach;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** The submitted reports in the order of their submission. */
@ApplicationScoped
class PendingReports {

    private static final String AFTER = """
            select new vn.cchc.reporting.pending.PendingReport(r.id, r.regime, r.period, r.unit, u.name, r.version,
              r.submittedAt, p.departmentDeadline)
            from Report r join Unit u on u.code = r.unit join Period p on p.regime = r.regime and p.code = r.period
              and p.version = (select max(v.version) from Period v where v.regime = p.regime and v.code = p.code)
            where r.state = SUBMITTED and r.closure.at is null and (r.submittedAt, r.id) > (:submittedAt, :id)
              and (:all = true or r.unit in :units
                or exists (select 1 from Report s join s.figures f where s.id = r.id and key(f) in :indicators))
              and (:regime is null or r.regime = :regime) and (:period is null or r.period = :period)
            order by r.submittedAt, r.id""";

    private final EntityManager database;

    PendingReports(EntityManager database) {
        this.database = database;
    }

    /**
     * @param reach the reports that the reviewer can act on
     * @param regime null for all regimes
     * @param period null for all periods
     */
    List<PendingReport> after(PendingReportKey key, ReviewReach reach, RegimeCode regime, PeriodCode period, int rows) {
        return database.createQuery(AFTER, PendingReport.class).setParameter("submittedAt", key.submittedAt())
                .setParameter("id", key.id()).setParameter("all", reach.all()).setParameter("units", reach.units())
                .setParameter("indicators", reach.indicators()).setParameter("regime", regime == null ? null : regime.value())
                .setParameter("period", period == null ? null : period.value()).setMaxResults(rows).getResultList();
    }
}
