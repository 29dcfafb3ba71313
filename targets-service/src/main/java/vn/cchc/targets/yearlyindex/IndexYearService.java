package vn.cchc.targets.yearlyindex;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;
import vn.cchc.targets.TargetsProblem;

/** Versions of criteria and scores are added, never changed. */
@ApplicationScoped
class IndexYearService {

    private final YearlyIndices indices;
    private final IndexYears years;
    private final EntityManager database;
    private final AuditTrail trail;
    private final Clock clock;

    IndexYearService(YearlyIndices indices, IndexYears years, EntityManager database, AuditTrail trail, Clock clock) {
        this.indices = indices;
        this.years = years;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    CriteriaSetView define(String code, NewCriteriaSet wanted, ChangeContext context) {
        YearlyIndex index = indices.requireForUpdate(code);
        Optional<IndexYear> before = indices.year(index, wanted.year());
        require(CriteriaSet.violations(wanted.criteria()));
        requireReason(before.isPresent(), wanted.reason());
        CriteriaSet set = new CriteriaSet(index, before.map(year -> year.set().version).orElse(0) + 1, wanted, context.by(),
                clock.instant());
        database.persist(set);
        record(before, new IndexYear(index, set, before.map(IndexYear::latest).orElse(null)), "DEFINE_CRITERIA",
                context.withReason(new ChangeReason(null, wanted.reason(), wanted.document())));
        return CriteriaSetView.of(set);
    }

    @Transactional
    IndexYearView score(String code, int year, NewScores wanted, ChangeContext context) {
        IndexYear before = indices.requireYear(indices.requireForUpdate(code), year);
        trail.requireMatch(before, context, () -> years.now(before));
        require(wanted.violations(before.set()));
        requireReason(before.scores() != null && before.scores().isCorrectedBy(wanted), wanted.reason());
        IndexScores scores = new IndexScores(before.set(), before.nextScoresVersion(), wanted, context.by(), clock.instant());
        database.persist(scores);
        IndexYear now = new IndexYear(before.index(), before.set(), scores);
        record(Optional.of(before), now, "SCORE", context.withReason(ChangeReason.withText(wanted.reason())));
        return years.now(now);
    }

    private void record(Optional<IndexYear> before, IndexYear now, String action, ChangeContext context) {
        before.ifPresentOrElse(earlier -> trail.superseded(earlier, action, context, now), () -> trail.created(now, context));
    }

    private static void requireReason(boolean isCorrection, String reason) {
        if (isCorrection && (reason == null || StorableText.isBlank(reason))) {
            require(List.of(Violation.at("/reason", TargetsProblem.REASON_MISSING)));
        }
    }

    private static void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }
}
