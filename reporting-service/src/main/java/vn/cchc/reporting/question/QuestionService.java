package vn.cchc.reporting.question;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.report.DiscussedReports;
import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.Violation;

/** A reviewer asks about one field of a report under review; the unit answers. An open question does not prevent a review. */
@ApplicationScoped
class QuestionService {

    private final DiscussedReports reports;
    private final Questions questions;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Clock clock;

    QuestionService(DiscussedReports reports, Questions questions, AuditTrail trail, BodyValidator bodies, Clock clock) {
        this.reports = reports;
        this.questions = questions;
        this.trail = trail;
        this.bodies = bodies;
        this.clock = clock;
    }

    Page<QuestionView> list(UUID report, boolean openOnly, Actor actor, Paging paging) {
        reports.requireReadable(report, actor);
        return Page.of(questions.list(report, openOnly, paging), paging, question -> String.valueOf(question.number),
                QuestionView::of);
    }

    QuestionView get(UUID report, int number, Actor actor) {
        reports.requireReadable(report, actor);
        return QuestionView.of(questions.require(report, number));
    }

    @Transactional
    QuestionView ask(UUID report, NewQuestion wanted, ChangeContext context) {
        Function<String, List<Violation>> fields = reports.lockUnderReview(report, context.actor());
        bodies.constraints(wanted).rule(() -> fields.apply(wanted.field()), "field").throwIfAny();
        Question question = new Question(questions.nextKey(report), wanted, context.by(), clock.instant());
        questions.persist(question);
        trail.created(question, context);
        return QuestionView.of(question);
    }

    @Transactional
    QuestionView answer(UUID report, int number, NewAnswer given, ChangeContext context) {
        ChangeContext own = reports.lockOwn(report, context);
        Question question = questions.require(report, number);
        trail.change(question, "ANSWER", own, () -> question.answer(given, own.by(), clock.instant()));
        return QuestionView.of(question);
    }
}
