package vn.cchc.survey.result;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/** Counts the answers of a campaign when it is closed. */
@ApplicationScoped
public class AnswerCounter {

    private static final long CLOSING_LOCK = 0x5375727665794cL;

    private final EntityManager database;
    private final CampaignKeys keys;
    private final ObjectMapper json;

    AnswerCounter(EntityManager database, CampaignKeys keys, ObjectMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Lets one campaign be closed at a time, until the end of the transaction. Otherwise two closings, each with a shared lock
     * of the tables from reading them, would wait for the exclusive lock that replaces their partitions.
     */
    public void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class).setParameter("lock", CLOSING_LOCK)
                .getSingleResult();
    }

    public Invited invited(UUID campaign) {
        Tuple counts = (Tuple) database.createNativeQuery("""
                select count(*) as invitations, count(*) filter (where spent) as answered from invitation
                where campaign = :campaign and issued""", Tuple.class).setParameter("campaign", campaign).getSingleResult();
        return new Invited(counts.get("invitations", Long.class), counts.get("answered", Long.class));
    }

    /**
     * Counts the answers, and writes them so that nothing joins them to the invitations any more. An answer keeps its stratum
     * only if that has as many respondents as a figure that is shown.
     *
     * @return what the counts do not tell; empty if the method needs no more
     */
    public Optional<IndexVariances> count(UUID campaign, SurveyDesign design) {
        database.flush();
        return database.unwrap(Session.class).doReturningWork(connection -> {
            CampaignAnswers answers = new CampaignAnswers(connection, campaign, design.questionnaire(), json);
            Optional<CampaignKey> key = keys.find(connection, campaign);
            AnonymousGroups groups = groups(answers, key, design.suppressBelow());
            boolean withProducts = design.method().aggregation() == Aggregation.MEAN_OF_ITEMS;
            AnswerTally tally = answers.rewrite(key, groups, withProducts);
            answers.replace(tally);
            SurveyCounts counts = new SurveyCounts(tally.answerCounts(), tally.respondentCounts(), tally.numberSums(),
                    tally.topicCounts());
            return new CampaignResult(design, counts, Invited.NOBODY, List.of(), Optional.empty()).variances(tally.products());
        });
    }

    private static AnonymousGroups groups(CampaignAnswers answers, Optional<CampaignKey> key, int k) throws SQLException {
        Map<String, Long> spent = answers.spentByGroup();
        return new AnonymousGroups(spent, AnonymousGroups.dependOnAnswers(spent) ? answers.namedGroups(key) : spent, k);
    }
}
