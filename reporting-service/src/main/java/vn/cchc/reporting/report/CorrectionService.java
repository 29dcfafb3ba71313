package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.reporting.report.ReviewedReports.Reviewed;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;

/** The use cases of a correction: begin a new version of an accepted report, or cancel it. */
@ApplicationScoped
class CorrectionService {

    private final ReviewedReports reports;
    private final ReportVersions versions;
    private final ReportRequirements requirements;
    private final ReportChanges changes;
    private final Clock clock;

    CorrectionService(ReviewedReports reports, ReportVersions versions, ReportRequirements requirements,
            ReportChanges changes, Clock clock) {
        this.reports = reports;
        this.versions = versions;
        this.requirements = requirements;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    ReportView correct(UUID id, NewCorrection wanted, ChangeContext caller) {
        Reviewed reviewed = reports.lockForUpdate(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        requirements.requireUnitExists(report);
        ChangeContext reasoned = context.withReason(ChangeReason.of(wanted.reasonCode(), wanted.reason()));
        changes.status(report, Action.CORRECT, reasoned, () -> report.correct(wanted.by(context.by(), clock.instant())));
        return requirements.view(report);
    }

    @Transactional
    ReportView cancel(UUID id, ChangeContext caller) {
        Reviewed reviewed = reports.lockForUpdate(id, caller);
        Report report = reviewed.report();
        ChangeContext context = reviewed.context();
        report.requireInCorrection();
        ReportVersion accepted = versions.require(report, report.acceptedVersion);
        changes.status(report, Action.CANCEL_CORRECTION, context,
                () -> report.cancelCorrection(accepted, context.by(), clock.instant()));
        return requirements.view(report);
    }
}
