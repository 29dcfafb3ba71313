package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.calendar.Period;

/** Reads what a unit reports for a period, with the values of earlier periods as an offer. */
@ApplicationScoped
class EntrySheets {

    private final ReportRequirements requirements;
    private final LastFigures last;

    EntrySheets(ReportRequirements requirements, LastFigures last) {
        this.requirements = requirements;
        this.last = last;
    }

    /** @param report without an id if it does not exist */
    EntrySheet of(Report report) {
        Period period = requirements.period(report);
        EntryRules rules = requirements.entryRules(report, period);
        return EntrySheet.of(report, period, rules, last.before(report.key(), period.to()),
                requirements.references(report, rules.referred().values()));
    }
}
