package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** What was submitted in each round. */
@ApplicationScoped
class ReportRounds implements PanacheRepositoryBase<ReportRound, ReportRound.Key> {

    RoundContentV1 require(Report report, int number) {
        return findByIdOptional(new ReportRound.Key(report.id, number)).map(round -> round.content)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT_ROUND, number));
    }
}
