package vn.cchc.reporting.consolidated;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** What a caller sees of the consolidated reports. */
@ApplicationScoped
class ConsolidatedReportReader {

    private final ConsolidatedReports reports;
    private final ConsolidatedContent content;
    private final Regimes regimes;

    ConsolidatedReportReader(ConsolidatedReports reports, ConsolidatedContent content, Regimes regimes) {
        this.reports = reports;
        this.content = content;
        this.regimes = regimes;
    }

    Page<ConsolidatedReportSummary> list(ConsolidatedReportFilter filter, Actor actor, Paging paging) {
        return Page.of(reports.list(filter, actor, paging), paging, report -> report.id.toString(),
                ConsolidatedReportSummary::of);
    }

    ConsolidatedReportView view(UUID id, Actor actor) {
        return view(reports.require(id, actor));
    }

    ConsolidatedReportView view(ConsolidatedReport report) {
        return ConsolidatedReportView.of(report, period(report), content.counts(report), content.answers(report),
                content.references(report), content.changedSince(report));
    }

    Period period(ConsolidatedReport report) {
        return regimes.period(new RegimeCode(report.regime), new PeriodCode(report.period)).orElseThrow();
    }

    Page<ConsolidatedContent.UnitStanding> units(UUID id, Actor actor, Paging paging) {
        return Page.of(content.units(reports.require(id, actor), paging), paging, ConsolidatedContent.UnitStanding::unit,
                unit -> unit);
    }

    Page<ConsolidatedContent.GatheredText> texts(UUID id, GatheredSection section, Actor actor, Paging paging) {
        return Page.of(content.texts(reports.require(id, actor), section, paging), paging,
                ConsolidatedContent.GatheredText::unit, text -> text);
    }

    Page<ConsolidatedContent.ProposalText> proposals(UUID id, Actor actor, Paging paging) {
        return Page.of(content.proposals(reports.require(id, actor), paging), paging,
                proposal -> String.valueOf(proposal.number()), proposal -> proposal);
    }

    Page<ConsolidatedContent.SourceVersion> sources(UUID id, Actor actor, Paging paging) {
        return Page.of(content.sources(reports.require(id, actor), paging), paging, source -> source.report().toString(),
                source -> source);
    }

    ConsolidatedSealView verify(UUID id, Actor actor) {
        ConsolidatedReport report = reports.require(id, actor);
        report.requireApproved();
        ConsolidatedSeal now = ConsolidatedSeal.of(report, content.gathered(report), report.sealFormat);
        return new ConsolidatedSealView(report.id, "SHA-256", report.sealFormat, report.seal, now.hex(),
                now.hex().equals(report.seal), now.content());
    }
}
