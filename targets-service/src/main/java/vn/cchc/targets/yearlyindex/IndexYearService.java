package vn.cchc.targets.yearlyindex;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;
import vn.cchc.targets.TargetsProblem;

/** Versions of criteria and scores are added, never changed. */
@ApplicationScoped
class IndexYearService {

    private final YearlyIndices indices;
    private final IndexYears years;
    private final BodyValidator bodies;
    private final AuditTrail trail;
    private final Clock clock;

    IndexYearService(YearlyIndices indices, IndexYears years, BodyValidator bodies, AuditTrail trail, Clock clock) {
        this.indices = indices;
        this.years = years;
        this.bodies = bodies;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    CriteriaSetView define(String code, NewCriteriaSet wanted, ChangeContext context) {
        YearlyIndex index = indices.requireForUpdate(code);
        Optional<IndexYear> before = indices.year(index, wanted.year());
        bodies.constraints(wanted).rule(() -> CriteriaSet.violations(wanted.criteria()), "criteria")
                .require(() -> before.isEmpty() || isGiven(wanted.reason()), IndexYearService::reasonMissing, "year", "reason")
                .throwIfAny();
        CriteriaSet set = new CriteriaSet(index, before.map(year -> year.set().version).orElse(0) + 1, wanted, context.by(),
                clock.instant());
        indices.getEntityManager().persist(set);
        record(before, new IndexYear(index, set, before.map(IndexYear::latest).orElse(null)), "DEFINE_CRITERIA",
                context.withReason(new ChangeReason(null, wanted.reason(), wanted.document())));
        return CriteriaSetView.of(set);
    }

    @Transactional
    IndexYearView score(String code, int year, NewScores wanted, ChangeContext context) {
        IndexYear before = indices.requireYear(indices.requireForUpdate(code), year);
        trail.requireMatch(before, context, () -> years.now(before));
        bodies.constraints(wanted).rule(() -> wanted.violations(before.set()), "scores", "rank", "rankOf", "totals")
                .require(() -> !isCorrection(before.scores(), wanted) || isGiven(wanted.reason()),
                        IndexYearService::reasonMissing, "scores", "rank", "rankOf", "reason")
                .throwIfAny();
        IndexScores scores = new IndexScores(before.set(), before.nextScoresVersion(), wanted, context.by(), clock.instant());
        indices.getEntityManager().persist(scores);
        IndexYear now = new IndexYear(before.index(), before.set(), scores);
        record(Optional.of(before), now, "SCORE", context.withReason(ChangeReason.withText(wanted.reason())));
        return years.now(now);
    }

    private void record(Optional<IndexYear> before, IndexYear now, String action, ChangeContext context) {
        before.ifPresentOrElse(earlier -> trail.superseded(earlier, action, context, now), () -> trail.created(now, context));
    }

    private static boolean isCorrection(IndexScores known, NewScores wanted) {
        return known != null && known.isCorrectedBy(wanted);
    }

    private static boolean isGiven(String reason) {
        return reason != null && !StorableText.isBlank(reason);
    }

    private static Violation reasonMissing() {
        return Violation.at("/reason", TargetsProblem.REASON_MISSING);
    }
}
