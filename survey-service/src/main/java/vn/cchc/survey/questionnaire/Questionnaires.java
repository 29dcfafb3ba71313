package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.indicator.Indicators;

@ApplicationScoped
public class Questionnaires implements PanacheRepositoryBase<Questionnaire, UUID> {

    private final Indicators indicators;
    private final AuditTrail trail;

    Questionnaires(Indicators indicators, AuditTrail trail) {
        this.indicators = indicators;
        this.trail = trail;
    }

    public Optional<Questionnaire> latest(String code) {
        return find("code = ?1 order by version desc", code).firstResultOptional();
    }

    Questionnaire require(String code, Integer version) {
        Optional<Questionnaire> found = version == null ? latest(code)
                : find("code = ?1 and version = ?2", code, version).firstResultOptional();
        return found
                .orElseThrow(() -> ProblemException.notFound(ResourceType.QUESTIONNAIRE,
                        version == null ? code : code + " v" + version));
    }

    /** The latest version of each, ordered by code. */
    List<Questionnaire> after(String code, int rows) {
        return find("""
                from Questionnaire q where q.code > ?1
                and q.version = (select max(v.version) from Questionnaire v where v.code = q.code)
                order by q.code""", code).page(0, rows).list();
    }

    @Transactional
    Questionnaire add(NewQuestionnaire request, ChangeContext context) {
        new QuestionnaireCheck(request, indicators.measuredBySurvey()).violations().throwIfAny();
        lock();
        if (latest(request.code()).isPresent()) {
            throw new ProblemException(SurveyProblem.QUESTIONNAIRE_EXISTS, request.code());
        }
        Questionnaire added = new Questionnaire(request, 1);
        persist(added);
        trail.created(added, context);
        return added;
    }

    /** Adds the next version; requires a match of the latest one. */
    @Transactional
    Questionnaire revise(String code, NewQuestionnaire request, ChangeContext context) {
        lock();
        Questionnaire before = require(code, null);
        trail.requireMatch(before, context, () -> QuestionnaireView.of(before));
        Questionnaire next = before.next(request, indicators.measuredBySurvey());
        persist(next);
        trail.superseded(before, "REVISE", context, next);
        return next;
    }

    /** Prevents concurrent numbering of versions until the end of the transaction. */
    void lock() {
        getEntityManager().createNativeQuery("lock table questionnaire in share row exclusive mode").executeUpdate();
    }
}
