package vn.cchc.reporting.consolidated;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.consolidated.ConsolidatedContent.Gathered;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;

/** The use cases of the consolidated report: edit, approve and send it. */
@ApplicationScoped
class ConsolidatedReportService {

    private final ConsolidatedReports reports;
    private final ConsolidatedReportReader reader;
    private final ConsolidatedContent content;
    private final ConsolidatedReportConfig config;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Clock clock;

    ConsolidatedReportService(ConsolidatedReports reports, ConsolidatedReportReader reader, ConsolidatedContent content,
            ConsolidatedReportConfig config,
            AuditTrail trail, BodyValidator bodies, Clock clock) {
        this.reports = reports;
        this.reader = reader;
        this.content = content;
        this.config = config;
        this.trail = trail;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Transactional
    ConsolidatedReportView edit(UUID id, Section section, NewSectionText text, ChangeContext context) {
        ConsolidatedReport report = lockForUpdate(id, context);
        trail.change(report, "EDIT_SECTION", context,
                () -> report.edit(section, text.text(), context.by(), clock.instant()));
        return reader.view(report);
    }

    @Transactional
    ConsolidatedReportView answer(UUID id, int number, NewAnswer answer, ChangeContext context) {
        ConsolidatedReport report = lockForUpdate(id, context);
        EntityManager database = reports.getEntityManager();
        Proposal proposal = database.find(Proposal.class, new Proposal.Key(id, number));
        if (proposal == null) {
            throw ProblemException.notFound(ResourceType.PROPOSAL, number);
        }
        report.contribute(context.by(), clock.instant());
        trail.change(proposal, "ANSWER_PROPOSAL", context,
                () -> proposal.answer(answer.answer(), context.by(), clock.instant()));
        return reader.view(report);
    }

    @Transactional
    ConsolidatedReportView approve(UUID id, NewApproval approval, ChangeContext context) {
        ConsolidatedReport report = lockForUpdate(id, context);
        String signer = approval == null || approval.signer() == null || approval.signer().isBlank() ? null
                : approval.signer().strip();
        Gathered gathered = content.gathered(report);
        trail.change(report, "APPROVE", context,
                () -> report.approve(context.by(), clock.instant(), signer, Letterhead.of(config), gathered));
        return reader.view(report);
    }

    @Transactional
    ConsolidatedReportView send(UUID id, NewDispatch dispatch, ChangeContext context) {
        ConsolidatedReport report = lockForUpdate(id, context);
        report.requireApproved();
        LocalDate approved = LocalDate.ofInstant(report.approvedAt, clock.getZone());
        LocalDate today = LocalDate.now(clock);
        bodies.constraints(dispatch)
                .require(() -> !(dispatch.date().isBefore(approved) || dispatch.date().isAfter(today)),
                        () -> Violation.at("/date", ReportingProblem.DISPATCH_DATE, approved, today), "date")
                .throwIfAny();
        trail.change(report, "SEND", context, () -> report.send(dispatch.by(context.by(), clock.instant())));
        return reader.view(report);
    }

    private ConsolidatedReport lockForUpdate(UUID id, ChangeContext context) {
        ConsolidatedReport report = reports.requireForUpdate(id);
        trail.requireMatch(report, context, () -> reader.view(report));
        return report;
    }
}
