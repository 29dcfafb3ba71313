package vn.cchc.survey.result;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Counts the answers of open campaigns, in segments of at least four times k, that is of at least twenty. A reader of
 * the counts sees the sums of such segments: they have no group, and the last two segments wait, so that the closing,
 * too, adds as many answers or more. Questions that few answer are left out by the {@link InterimTally}.
 */
@ApplicationScoped
class InterimCounter {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final String DUE = """
            select id, k from campaign join campaign_intake on campaign = id, greatest(:atLeast, suppress_below) as k
            where state = 'OPEN' and (answers - segment_began >= :minimums * k or counted < segment - 2)""";

    /** @param k figures of fewer respondents are suppressed */
    private record Due(UUID campaign, int k) {
    }

    private final Session database;
    private final CampaignKeys keys;
    private final RelayLeadership leadership;
    private final SuppressionConfig suppression;
    private final ObjectMapper json;

    InterimCounter(Session database, CampaignKeys keys, RelayLeadership leadership, SuppressionConfig suppression,
            ObjectMapper json) {
        this.database = database;
        this.keys = keys;
        this.leadership = leadership;
        this.suppression = suppression;
        this.json = json;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "The answers of open campaigns cannot be counted", this::count);
    }

    private void count() {
        if (!leadership.isHeld()) {
            return;
        }
        for (Due due : QuarkusTransaction.requiringNew().call(this::due)) {
            QuarkusTransaction.requiringNew().run(() -> endSegment(due));
            QuarkusTransaction.requiringNew().run(() -> count(due));
        }
    }

    private List<Due> due() {
        return database.createNativeQuery(DUE, Tuple.class).setParameter("atLeast", suppression.minRespondents())
                .setParameter("minimums", Segments.MINIMUMS).getResultStream()
                .map(row -> new Due(row.get("id", UUID.class), row.get("k", Integer.class))).toList();
    }

    private void endSegment(Due due) {
        if (isStillOpen(due.campaign())) {
            database.doWork(connection -> new Segments(connection, due.campaign()).end(due.k()));
        }
    }

    private void count(Due due) {
        if (!isStillOpen(due.campaign())) {
            return;
        }
        Questionnaire questionnaire = database.createQuery("select questionnaire from Campaign where id = :id",
                Questionnaire.class).setParameter("id", due.campaign()).getSingleResult();
        database.doWork(connection -> {
            Segments segments = new Segments(connection, due.campaign());
            var range = segments.countable();
            if (range.isPresent()) {
                var answers = new CampaignAnswers(connection, due.campaign(), questionnaire, json);
                CampaignKey key = keys.find(connection, due.campaign()).orElseThrow();
                answers.add(InterimTally.of(questionnaire, each -> answers.forEach(key, range.get(), each),
                        each -> answers.forEach(key, range.get().waiting(), each), due.k()));
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
