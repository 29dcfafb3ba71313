package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

/** The rounds of review of a report, and what changed from one to the next. */
@ApplicationScoped
class RoundReader {

    private final Reports reports;
    private final ReportVersions versions;
    private final ReportRounds rounds;
    private final Indicators indicators;

    RoundReader(Reports reports, ReportVersions versions, ReportRounds rounds, Indicators indicators) {
        this.reports = reports;
        this.versions = versions;
        this.rounds = rounds;
        this.indicators = indicators;
    }

    /** Without what followed the acceptance, for callers who cannot read the working copy. */
    Page<RoundView> list(UUID id, ReportAccess access, Paging paging) {
        Report report = reports.require(id, access);
        int last = access.lastReadableChange(report);
        List<Round> found = report.history().rounds().stream()
                .filter(round -> round.number() > paging.afterNumber() && round.submission().number() <= last)
                .limit(paging.rows()).toList();
        return Page.of(found, paging, round -> String.valueOf(round.number()), RoundView::of);
    }

    /** Only for those who can read the working copy, because a round contains figures that were not accepted. */
    RoundDiffView diff(UUID id, int number, ReportAccess access) {
        Report report = reports.require(id, access);
        access.requireWorkingCopy(report);
        Round round = report.history().rounds().stream().filter(each -> each.number() == number).findFirst()
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REPORT_ROUND, number));
        RoundContentV1 after = rounds.require(report, number);
        RoundContentV1 before = before(report, round);
        return new RoundDiffView(number, round.opensVersion() ? null : number - 1,
                round.opensVersion() && round.version() > 1 ? round.version() - 1 : null,
                RoundDiffView.differences(before, after, indicators(before, after)));
    }

    private RoundContentV1 before(Report report, Round round) {
        if (!round.opensVersion()) {
            return rounds.require(report, round.number() - 1);
        }
        return round.version() == 1 ? RoundContentV1.NOTHING : versions.require(report, round.version() - 1).content();
    }

    private Map<String, Indicator> indicators(RoundContentV1 before, RoundContentV1 after) {
        List<String> codes = before.differences(after).stream().map(ReportField::indicator).flatMap(Optional::stream).toList();
        return indicators.findByCodes(codes).stream()
                .collect(Collectors.toMap(indicator -> indicator.code().value(), Function.identity()));
    }
}
