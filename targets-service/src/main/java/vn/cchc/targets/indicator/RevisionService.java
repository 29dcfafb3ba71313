package vn.cchc.targets.indicator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/** Drafts, issues and withdraws revisions. The definition changes by nothing else. */
@ApplicationScoped
class RevisionService {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Indicators indicators;
    private final Revisions revisions;
    private final BodyValidator bodies;
    private final AuditTrail trail;
    private final Clock clock;

    RevisionService(Indicators indicators, Revisions revisions, BodyValidator bodies, AuditTrail trail,
            Clock clock) {
        this.indicators = indicators;
        this.revisions = revisions;
        this.bodies = bodies;
        this.trail = trail;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "Definitions that have come into force were not published",
                () -> publishDue(LocalDate.now(clock)));
    }

    @Transactional
    RevisionView draft(IndicatorCode code, NewRevision wanted, ChangeContext context) {
        Indicator indicator = indicators.require(code);
        indicator.plan.requirePublished().requireOpen();
        wanted.check(indicator, bodies.constraints(wanted)).throwIfAny();
        IndicatorRevision draft = new IndicatorRevision(indicator, wanted, context.by(), clock.instant());
        revisions.persistAndFlush(draft);
        trail.created(draft, context);
        return RevisionView.of(draft);
    }

    @Transactional
    RevisionView change(IndicatorCode code, UUID id, NewRevision wanted, ChangeContext context) {
        IndicatorRevision draft = requireForUpdate(code, id, context);
        draft.requireDraft();
        wanted.check(draft.indicator, bodies.constraints(wanted)).throwIfAny();
        trail.change(draft, "CHANGE", context, () -> draft.enter(wanted, context.by()));
        return RevisionView.of(draft);
    }

    @Transactional
    RevisionView withdraw(IndicatorCode code, UUID id, ChangeContext context) {
        IndicatorRevision draft = requireForUpdate(code, id, context);
        trail.change(draft, "WITHDRAW", context, draft::withdraw);
        return RevisionView.of(draft);
    }

    @Transactional
    RevisionView issue(IndicatorCode code, UUID id, ChangeContext context) {
        IndicatorRevision revision = requireForUpdate(code, id, context);
        revision.requireDraft();
        revision.indicator.plan.requireOpen();
        List<Violation> missing = NewRevision.missingFor(revision);
        if (!missing.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, missing);
        }
        trail.change(revision, "ISSUE",
                context.withReason(new ChangeReason(null, revision.rationale, revision.decisionNumber)),
                () -> revision.issue(context.by(), clock.instant()));
        Indicator indicator = revision.indicator;
        indicator.revisions = Stream.concat(indicator.revisions.stream(), Stream.of(revision)).toList();
        indicator.revised();
        indicator.plan.amend();
        publish(indicator, LocalDate.now(clock));
        return RevisionView.of(revision);
    }

    /** Publishes definitions whose first day has come. */
    void publishDue(LocalDate today) {
        revisions.cameIntoForce(today).forEach(code -> QuarkusTransaction.requiringNew().run(() -> {
            // A second replica waits here, and publishes the same definition again at most.
            Indicator indicator = indicators.findForUpdate(code).orElseThrow();
            indicator.revised();
            publish(indicator, today);
        }));
    }

    private void publish(Indicator indicator, LocalDate today) {
        indicator.revisions.stream().filter(revision -> !revision.validFrom.isAfter(today))
                .forEach(revision -> revision.published = true);
        indicators.publish(indicator);
    }

    /** Locks the indicator, so that its revisions are issued one after the other. */
    private IndicatorRevision requireForUpdate(IndicatorCode code, UUID id, ChangeContext context) {
        indicators.findForUpdate(code).orElseThrow(() -> ProblemException.notFound(ResourceType.INDICATOR, code));
        IndicatorRevision revision = revisions.require(code, id);
        trail.requireMatch(revision, context, () -> RevisionView.of(revision));
        return revision;
    }
}
