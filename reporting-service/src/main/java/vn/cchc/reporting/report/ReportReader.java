package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

/** What a caller sees of the reports: the working copy, or the accepted version. */
@ApplicationScoped
class ReportReader {

    private final Reports reports;
    private final ReportVersions versions;
    private final ReportRequirements requirements;

    ReportReader(Reports reports, ReportVersions versions, ReportRequirements requirements) {
        this.reports = reports;
        this.versions = versions;
        this.requirements = requirements;
    }

    /** The working copy for those who may read it, for all others the accepted version. */
    Report require(UUID id, ReportAccess access) {
        Report report = reports.require(id, access);
        return access.readsWorkingCopy(report) ? report : accepted(report);
    }

    ReportView view(UUID id, ReportAccess access) {
        return requirements.view(require(id, access));
    }

    Page<ReportSummary> list(ReportFilter filter, ReportAccess access, Paging paging) {
        List<Report> found = reports.list(filter, access, paging);
        Map<UUID, ReportVersion> accepted = versions.current(found.stream()
                .filter(report -> report.isInCorrection() && (filter.state == ReportState.ACCEPTED
                        || !access.readsWorkingCopy(report)))
                .toList());
        return Page.of(found, paging, report -> report.id.toString(), report -> accepted.containsKey(report.id)
                ? ReportSummary.of(report, accepted.get(report.id))
                : ReportSummary.of(report));
    }

    /** Without what followed the acceptance, for callers who cannot read the working copy. */
    Page<StatusChangeView> history(UUID id, ReportAccess access, Paging paging) {
        Report report = reports.require(id, access);
        return Page.of(
                report.history().page(paging.afterNumber(), access.lastReadableChange(report), paging.rows()), paging,
                change -> String.valueOf(change.number()), StatusChangeView::of);
    }

    ReportSealView seal(UUID id, ReportAccess access) {
        return ReportSealView.of(accepted(reports.require(id, access)));
    }

    Page<ReportVersionSummary> versions(UUID id, ReportAccess access, Paging paging) {
        return Page.of(versions.list(reports.require(id, access), paging), paging,
                version -> String.valueOf(version.version), ReportVersionSummary::of);
    }

    ReportVersionView version(UUID id, int number, ReportAccess access) {
        Report version = requireVersion(id, number, access);
        return new ReportVersionView(number, version.seal, version.sealFormat, requirements.view(version));
    }

    ReportSealView seal(UUID id, int version, ReportAccess access) {
        return ReportSealView.of(requireVersion(id, version, access));
    }

    private Report requireVersion(UUID id, int number, ReportAccess access) {
        Report report = reports.require(id, access);
        report.requireAcceptedOnce();
        return report.asAccepted(versions.require(report, number));
    }

    private Report accepted(Report report) {
        report.requireAcceptedOnce();
        return report.asAccepted(versions.require(report, report.acceptedVersion));
    }
}
