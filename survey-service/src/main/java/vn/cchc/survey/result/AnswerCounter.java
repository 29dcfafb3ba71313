package vn.cchc.survey.result;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** Counts the answers of a campaign, once, when nobody can answer any more. */
@ApplicationScoped
public class AnswerCounter {

    // PostgreSQL marks each row with the transaction that wrote it, and an answer was written with its invitation. Written
    // anew together and in random order, the answers bear one mark and lie in no order that says anything.
    private static final String SHUFFLE = """
            with taken as (delete from answer where campaign = :campaign returning campaign, group_code, scores)
            insert into answer (id, campaign, group_code, scores)
            select gen_random_uuid(), campaign, group_code, scores from taken order by random()""";

    private static final String COUNT_ANSWERS = """
            insert into answer_count (campaign, group_code, question, value, answers)
            select campaign, coalesce(group_code, ''), score.key, cast(score.value as smallint), count(*)
            from answer, jsonb_each_text(scores) as score
            where campaign = :campaign
            group by 1, 2, 3, 4""";

    private static final String COUNT_RESPONDENTS = """
            insert into respondent_count (campaign, group_code, respondents, rating, fully_satisfied)
            select campaign, coalesce(group_code, ''), count(*), count(lowest), count(*) filter (where lowest >= 4)
            from answer, lateral (
              select min(cast(score.value as smallint)) as lowest from jsonb_each_text(scores) as score
              where score.value <> '0' and score.key = any(:judged)) as judgement
            where campaign = :campaign
            group by 1, 2""";

    private final EntityManager database;

    AnswerCounter(EntityManager database) {
        this.database = database;
    }

    public long invited(UUID campaign) {
        return (Long) database.createNativeQuery("select count(*) from invitation where campaign = :campaign", Long.class)
                .setParameter("campaign", campaign).getSingleResult();
    }

    public void count(UUID campaign, Questionnaire questionnaire) {
        String[] judged = questionnaire.questions(Scale.LEVEL).stream().map(Question::code).toArray(String[]::new);
        database.createNativeQuery(SHUFFLE).setParameter("campaign", campaign).executeUpdate();
        database.createNativeQuery(COUNT_ANSWERS).setParameter("campaign", campaign).executeUpdate();
        database.createNativeQuery(COUNT_RESPONDENTS).setParameter("campaign", campaign).setParameter("judged", judged)
                .executeUpdate();
    }
}
