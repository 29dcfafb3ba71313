package vn.cchc.survey.result;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** Counts the answers of a campaign when it is closed. */
@ApplicationScoped
public class AnswerCounter {

    private static final long CLOSING_LOCK = 0x5375727665794cL;

    private static final String COUNT_ANSWERS = """
            insert into answer_count (campaign, group_code, question, value, answers)
            select campaign, coalesce(group_code, ''), score.key, cast(score.value as smallint), count(*)
            from answer, jsonb_each_text(scores) as score
            where campaign = :campaign
            group by 1, 2, 3, 4""";

    private static final String COUNT_RESPONDENTS = """
            insert into respondent_count (campaign, group_code, respondents, rating, fully_satisfied, never_satisfied,
              answers_squared, satisfied_squared, answers_by_satisfied)
            select campaign, coalesce(group_code, ''), count(*), count(*) filter (where m > 0),
              count(*) filter (where m > 0 and s = m), count(*) filter (where m > 0 and s = 0),
              sum(m * m), sum(s * s), sum(m * s)
            from answer, lateral (
              select count(*) as m, count(*) filter (where cast(score.value as smallint) >= 4) as s
              from jsonb_each_text(scores) as score
              where score.value <> '0' and score.key = any(:levelQuestions)) as levels
            where campaign = :campaign
            group by 1, 2""";

    private final EntityManager database;

    AnswerCounter(EntityManager database) {
        this.database = database;
    }

    /**
     * Lets one campaign be closed at a time, until the end of the transaction. Otherwise two closings, each with a shared lock
     * of
     * the tables from reading them, would wait for the exclusive lock that replaces their partitions.
     */
    public void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class).setParameter("lock", CLOSING_LOCK)
                .getSingleResult();
    }

    public long invited(UUID campaign) {
        return (Long) database.createNativeQuery("select count(*) from invitation where campaign = :campaign", Long.class)
                .setParameter("campaign", campaign).getSingleResult();
    }

    /** Counts the answers, and rewrites them so that nothing joins them to the invitations any more. */
    public void count(UUID campaign, Questionnaire questionnaire) {
        String[] levelQuestions = questionnaire.questions(Scale.LEVEL).stream().map(Question::code).toArray(String[]::new);
        database.createNativeQuery(COUNT_ANSWERS).setParameter("campaign", campaign).executeUpdate();
        database.createNativeQuery(COUNT_RESPONDENTS).setParameter("campaign", campaign)
                .setParameter("levelQuestions", levelQuestions).executeUpdate();
        database.createNativeQuery("select rewrite_answer_tables(:campaign)", Object.class).setParameter("campaign", campaign)
                .getSingleResult();
    }
}
