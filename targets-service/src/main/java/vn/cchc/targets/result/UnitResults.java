package vn.cchc.targets.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.indicator.TimeBasis;

/** The accepted figures, and the sums in step with them, one by one as they arrive. */
@ApplicationScoped
class UnitResults implements ReadModel<UnitResultAccepted> {

    // Of one indicator and year one figure is counted at a time: what a unit brings to the year depends on its other rows.
    private static final String LOCK_KEY = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:turn, 0))) as turn";

    private static final String COUNT = """
            insert into result_aggregate as part (indicator, period, basis, year, period_to, complete, next_due, units, numerator,
              denominator, not_achieved, partly_achieved, achieved)
            values (:indicator, :period, :basis, :year, :periodTo, :complete, :nextDue, :units, :numerator, :denominator,
              :notAchieved, :partlyAchieved, :achieved)
            on conflict (indicator, period, basis) do update set
              next_due = least(part.next_due, excluded.next_due),
              units = part.units + excluded.units,
              numerator = part.numerator + excluded.numerator,
              denominator = part.denominator + excluded.denominator,
              not_achieved = part.not_achieved + excluded.not_achieved,
              partly_achieved = part.partly_achieved + excluded.partly_achieved,
              achieved = part.achieved + excluded.achieved""";

    private static final String JOURNAL = """
            insert into result_journal (indicator, period, unit, report, report_version)
            values (:indicator, :period, :unit, :report, :version)""";

    private final EntityManager database;
    private final Indicators indicators;

    UnitResults(EntityManager database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    /** A figure that comes late, behind a correction of it, changes nothing. */
    @Override
    public void learn(UnitResultAccepted accepted) {
        Indicator indicator = indicators.requireForEvent(accepted.indicator());
        UnitResult now = new UnitResult(accepted);
        takeTurn(now);
        List<UnitResult> before = ofYear(now);
        Optional<UnitResult> replaced = before.stream().filter(row -> row.key().equals(now.key())).findFirst();
        if (replaced.isPresent() && replaced.get().reportVersion > now.reportVersion) {
            return;
        }
        countYear(before, now, indicator.timeBasis());
        if (!now.annual) {
            replaced.ifPresent(row -> count(row.period, UnitContribution.alone(row), row.tally().negated()));
            count(now.period, UnitContribution.alone(now), now.tally());
        }
        database.merge(now);
        journal(now);
    }

    @Override
    public void forget() {
        database.createQuery("delete UnitResult").executeUpdate();
        database.createNativeQuery("delete from result_aggregate").executeUpdate();
        database.createNativeQuery("delete from result_journal").executeUpdate();
    }

    /** What the unit brought to the year goes out, what it brings with the new row comes in. */
    private void countYear(List<UnitResult> before, UnitResult now, TimeBasis measure) {
        String year = String.valueOf(now.year);
        List<UnitResult> after = new ArrayList<>(before);
        after.removeIf(row -> row.key().equals(now.key()));
        after.add(now);
        UnitContribution.of(before, measure).ifPresent(share -> count(year, share, share.tally().negated()));
        UnitContribution.of(after, measure).ifPresent(share -> count(year, share, share.tally()));
    }

    private void takeTurn(UnitResult of) {
        database.createNativeQuery(LOCK_KEY).setParameter("turn", of.indicator + ' ' + of.year).getSingleResult();
    }

    private List<UnitResult> ofYear(UnitResult of) {
        return database
                .createQuery("from UnitResult where indicator = :indicator and year = :year and unit = :unit", UnitResult.class)
                .setParameter("indicator", of.indicator).setParameter("year", of.year).setParameter("unit", of.unit)
                .getResultList();
    }

    private void count(String period, UnitContribution share, ResultTotal tally) {
        UnitResult latest = share.latest();
        database.createNativeQuery(COUNT).setParameter("indicator", latest.indicator).setParameter("period", period)
                .setParameter("basis", share.basis()).setParameter("year", latest.year)
                .setParameter("periodTo", latest.periodTo).setParameter("complete", share.complete())
                .setParameter("nextDue", share.nextDue()).setParameter("units", tally.units())
                .setParameter("numerator", tally.numerator()).setParameter("denominator", tally.denominator())
                .setParameter("notAchieved", tally.notAchieved()).setParameter("partlyAchieved", tally.partlyAchieved())
                .setParameter("achieved", tally.achieved()).executeUpdate();
    }

    private void journal(UnitResult counted) {
        database.createNativeQuery(JOURNAL).setParameter("indicator", counted.indicator).setParameter("period", counted.period)
                .setParameter("unit", counted.unit).setParameter("report", counted.report)
                .setParameter("version", counted.reportVersion).executeUpdate();
    }

    @Override
    public String topic() {
        return UnitResultAccepted.TOPIC;
    }

    @Override
    public Class<UnitResultAccepted> type() {
        return UnitResultAccepted.class;
    }
}
