package vn.cchc.survey.answer;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.rest.database.SqlErrorClassifier;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Accepts answers. One thread takes all submissions that wait and handles those of a campaign in one transaction, which spends
 * the invitations and stores the sealed answers; the replies follow its commit. So a crash loses nothing that was acknowledged,
 * and a retry adds no second answer. A client that has left changes nothing of this.
 */
@ApplicationScoped
public class AnswerIntake implements Runnable {

    private static final Logger LOG = Logger.getLogger(AnswerIntake.class);

    private static final int MAX_WAITING = 5_000;
    private static final int MAX_BATCH = 500;
    private static final int MAX_CAMPAIGNS = 50;
    /** The longest wait for the database, and for a campaign that is being closed. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration DEFERRAL = Duration.ofMillis(20);

    private final DataSource database;
    private final Campaigns campaigns;
    private final CampaignKeys keys;
    private final Clock clock;
    private final BlockingQueue<PendingAnswer> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread thread = new Thread(this, "answer-intake");
    /** Of the thread alone. */
    private final Map<UUID, IntakeCampaign> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, IntakeCampaign> eldest) {
            return size() > MAX_CAMPAIGNS;
        }
    };
    private volatile boolean stopping;

    AnswerIntake(DataSource database, Campaigns campaigns, CampaignKeys keys, Clock clock) {
        this.database = database;
        this.campaigns = campaigns;
        this.keys = keys;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    /** By then no request begins any more; those that wait are completed. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        thread.join(MAX_WAIT.toMillis());
    }

    public CompletionStage<AnswerReceived> receive(UUID campaign, NewAnswer given) {
        return receive(campaign, given, null);
    }

    /** @param admission null if the token has to be that of an invitation */
    public CompletionStage<AnswerReceived> receive(UUID campaign, NewAnswer given, Admission admission) {
        PendingAnswer submission = PendingAnswer.of(campaign, given, admission);
        if (stopping || !waiting.offer(submission)) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        return submission.reply();
    }

    @Override
    public void run() {
        List<PendingAnswer> deferred = List.of();
        try {
            while (!stopping || !waiting.isEmpty() || !deferred.isEmpty()) {
                deferred = process(next(deferred));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<PendingAnswer> next(List<PendingAnswer> deferred) throws InterruptedException {
        List<PendingAnswer> batch = new ArrayList<>(deferred);
        PendingAnswer first = waiting.poll((deferred.isEmpty() ? POLL : DEFERRAL).toMillis(), MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH - 1);
        }
        batch.removeIf(AnswerIntake::isExpired);
        return batch;
    }

    private static boolean isExpired(PendingAnswer submission) {
        return submission.isOlderThan(MAX_WAIT)
                && submission.reply().completeExceptionally(new ProblemException(CommonProblem.UNAVAILABLE));
    }

    /** @return those that are tried again */
    private List<PendingAnswer> process(List<PendingAnswer> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        return batch.stream().collect(groupingBy(PendingAnswer::campaign)).entrySet().stream()
                .flatMap(campaign -> process(campaign.getKey(), campaign.getValue()).stream()).toList();
    }

    private List<PendingAnswer> process(UUID campaign, List<PendingAnswer> submissions) {
        try {
            return commit(campaign, submissions);
        } catch (SQLException | RuntimeException e) {
            // Any failure: without this thread no answer would be received any more.
            if (submissions.size() == 1 || SqlErrorClassifier.isTransient(e)) {
                submissions.forEach(submission -> submission.reply().completeExceptionally(e));
                return List.of();
            }
            LOG.warnf("%d answers are handled one by one: %s", submissions.size(), SqlErrorClassifier.describe(e));
            return submissions.stream().flatMap(submission -> process(campaign, List.of(submission)).stream()).toList();
        }
    }

    private List<PendingAnswer> commit(UUID campaign, List<PendingAnswer> submissions) throws SQLException {
        Optional<IntakeCampaign> found = find(campaign);
        if (found.isEmpty()) {
            submissions.forEach(submission -> submission.reply()
                    .completeExceptionally(new ProblemException(SurveyProblem.INVALID_INVITATION)));
            return List.of();
        }
        IntakeBatch batch = store(campaign, submissions, found.get());
        known.put(campaign, batch.known());
        if (!batch.deferred().isEmpty()) {
            // It may have been changed or deleted meanwhile.
            known.remove(campaign);
        }
        batch.reply();
        return batch.deferred();
    }

    private IntakeBatch store(UUID campaign, List<PendingAnswer> submissions, IntakeCampaign found) throws SQLException {
        try (Connection connection = database.getConnection()) {
            int timeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) MAX_WAIT.toMillis());
            try {
                IntakeBatch batch = new IntakeBatch(connection, campaign, found, keys, ZonedDateTime.now(clock));
                batch.store(submissions);
                return batch;
            } finally {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
        }
    }

    private Optional<IntakeCampaign> find(UUID id) {
        return Optional.ofNullable(known.get(id)).or(() -> QuarkusTransaction.requiringNew()
                .call(() -> campaigns.findByIdOptional(id).map(IntakeCampaign::of)));
    }
}
