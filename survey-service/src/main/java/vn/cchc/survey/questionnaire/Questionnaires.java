package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.house.problem.Refusal;
import vn.cchc.ledger.audit.AuditTrail;
import vn.cchc.survey.Faults;
import vn.cchc.survey.SurveyProblem;

@ApplicationScoped
public class Questionnaires implements PanacheRepositoryBase<Questionnaire, UUID> {

    private final AuditTrail trail;

    Questionnaires(AuditTrail trail) {
        this.trail = trail;
    }

    public Optional<Questionnaire> latest(String code) {
        return find("code = ?1 order by version desc", code).firstResultOptional();
    }

    Questionnaire require(String code, Integer version) {
        Optional<Questionnaire> found = version == null ? latest(code)
                : find("code = ?1 and version = ?2", code, version).firstResultOptional();
        return found.orElseThrow(() -> Refusal.notFound("questionnaire", version == null ? code : code + " v" + version));
    }

    /** The latest version of each, by code. */
    List<Questionnaire> after(String code, int rows) {
        return find("""
                from Questionnaire q where q.code > ?1
                and q.version = (select max(v.version) from Questionnaire v where v.code = q.code)
                order by q.code""", code).page(0, rows).list();
    }

    @Transactional
    Questionnaire add(NewQuestionnaire wanted) {
        Faults faults = new QuestionnaireCheck(wanted).faults();
        lock();
        Optional<Questionnaire> before = latest(wanted.code());
        // What two versions found is one series only while they measure the same.
        faults.unless(before.map(Questionnaire::indicator).filter(held -> !held.equals(wanted.indicator())).isEmpty(),
                "/indicator", SurveyProblem.OTHER_INDICATOR, before.map(Questionnaire::indicator).orElse(""));
        faults.refuse();
        Questionnaire added = new Questionnaire(wanted, before.map(Questionnaire::version).orElse(0) + 1);
        persist(added);
        trail.created(added);
        return added;
    }

    /** Until the transaction ends nobody else numbers a version. */
    void lock() {
        getEntityManager().createNativeQuery("lock table questionnaire in share row exclusive mode").executeUpdate();
    }
}
