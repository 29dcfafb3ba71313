package vn.cchc.reporting.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** The accepted versions of the reports. */
@ApplicationScoped
class ReportVersions implements PanacheRepositoryBase<ReportVersion, ReportVersion.Key> {

    ReportVersion require(Report report, int version) {
        return findByIdOptional(new ReportVersion.Key(report.id, version))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT_VERSION, version));
    }

    /** The version that counts; empty before the first acceptance. */
    Optional<ReportVersion> current(Report report) {
        return Optional.ofNullable(report.acceptedVersion)
                .map(version -> findById(new ReportVersion.Key(report.id, version)));
    }

    /** The versions that count, by report. */
    Map<UUID, ReportVersion> current(Collection<Report> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return find(
                "from ReportVersion v where v.report in ?1 and v.version = (select r.acceptedVersion from Report r where r.id = v.report)",
                reports.stream().map(report -> report.id).toList()).stream()
                .collect(Collectors.toMap(version -> version.report, Function.identity()));
    }

    List<ReportVersion> list(Report report, Paging paging) {
        return find("report = ?1 and version > ?2 order by version", report.id, paging.afterNumber())
                .page(0, paging.rows()).list();
    }
}
