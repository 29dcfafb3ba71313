package vn.cchc.reporting.report;

import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/** The events of a report. */
final class ReportEvents {

    private ReportEvents() {
    }

    /** The event for the current status. */
    static ReportStatusChanged statusChanged(Report of) {
        StatusChange latest = of.statusChanges.last();
        Closure closure = of.closure;
        return new ReportStatusChanged(of.id, of.regime, of.period, of.unit, latest.state().name(), of.version,
                of.firstSubmittedAt, closure == null ? latest.at() : closure.at(),
                closure == null ? latest.number() : latest.number() + 1, of.acceptedVersion,
                closure == null ? null : closure.at());
    }

    /** The event for one accepted figure. */
    static UnitResultAccepted resultAccepted(Report of, IndicatorCode indicator, PlanCode plan,
            UnitResultAccepted.Period period) {
        Figure figure = of.figures.get(indicator.value());
        return new UnitResultAccepted(indicator.value(), plan.value(), period, of.unit, figure.numerator(),
                figure.denominator(), figure.rating() == null ? null : figure.rating().name(), figure.statement(), of.id,
                of.version, of.regime, of.submittedBy, of.submittedAt, of.acceptedBy, of.acceptedAt, of.seal,
                of.evidence.stream().map(Evidence::asEvent).toList());
    }

    /** The event for a figure of the earlier version that the accepted correction leaves out. */
    static UnitResultRetracted resultRetracted(Report of, String indicator) {
        return new UnitResultRetracted(indicator, of.regime, of.period, of.unit, of.id, of.version, of.correction.reason(),
                of.acceptedBy, of.acceptedAt);
    }
}
