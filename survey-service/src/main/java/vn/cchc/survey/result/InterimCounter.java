package vn.cchc.survey.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Counts the answers of open campaigns, in segments of at least twenty. A reader of the counts sees the sums of such segments:
 * they have no group, and the last two segments wait, so that the closing, too, adds twenty answers or more.
 */
@ApplicationScoped
class InterimCounter {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String DUE = """
            select id from campaign join campaign_intake on campaign = id
            where state = 'OPEN' and (answers - segment_began >= :answers or counted < segment - 2)""";

    private final Session database;
    private final CampaignKeys keys;
    private final RelayLeadership leadership;
    private final ObjectMapper json;

    InterimCounter(Session database, CampaignKeys keys, RelayLeadership leadership, ObjectMapper json) {
        this.database = database;
        this.keys = keys;
        this.leadership = leadership;
        this.json = json;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "The answers of open campaigns cannot be counted", this::count);
    }

    private void count() {
        if (!leadership.isHeld()) {
            return;
        }
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(DUE, UUID.class)
                .setParameter("answers", Segments.MIN_ANSWERS).getResultList());
        for (UUID campaign : due) {
            QuarkusTransaction.requiringNew().run(() -> endSegment(campaign));
            QuarkusTransaction.requiringNew().run(() -> count(campaign));
        }
    }

    private void endSegment(UUID campaign) {
        if (isStillOpen(campaign)) {
            database.doWork(connection -> new Segments(connection, campaign).end());
        }
    }

    private void count(UUID campaign) {
        if (!isStillOpen(campaign)) {
            return;
        }
        Questionnaire questionnaire = database.createQuery("select questionnaire from Campaign where id = :id",
                Questionnaire.class).setParameter("id", campaign).getSingleResult();
        database.doWork(connection -> {
            Segments segments = new Segments(connection, campaign);
            var range = segments.countable();
            if (range.isPresent()) {
                var answers = new CampaignAnswers(connection, campaign, questionnaire, json);
                answers.add(answers.tally(keys.find(connection, campaign).orElseThrow(), range.get()));
                segments.markCounted(range.get());
            }
        });
    }

    /** Keeps it open until the end of the transaction. A campaign that is being closed is left out. */
    private boolean isStillOpen(UUID campaign) {
        return !database.createNativeQuery(
                "select id from campaign where id = :id and state = 'OPEN' for share skip locked", UUID.class)
                .setParameter("id", campaign).getResultList().isEmpty();
    }
}
