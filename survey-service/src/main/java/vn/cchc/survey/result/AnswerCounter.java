package vn.cchc.survey.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;

import org.hibernate.Session;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Counts the answers of a closed campaign, and replaces its tables by new ones that join no answer to an invitation. All of it
 * is one transaction. It reads and writes the tables of this campaign only; at its end it locks those of all campaigns for the
 * milliseconds in which the new tables take the places of the old ones.
 */
@ApplicationScoped
public class AnswerCounter {

    /** Invitations and answers that are counted and written again within a second or two. */
    private static final long MAX_ROWS_AT_ONCE = 40_000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Session database;
    private final CampaignKeys keys;
    private final ObjectMapper json;

    AnswerCounter(Session database, CampaignKeys keys, ObjectMapper json) {
        this.database = database;
        this.keys = keys;
        this.json = json;
    }

    /** Whether the answers are so few that the caller of the closing can wait until they are counted. */
    public boolean isSmall(UUID campaign) {
        return database.doReturningWork(
                connection -> new CampaignTables(connection, campaign).invitationsAndAnswers() <= MAX_ROWS_AT_ONCE);
    }

    /** Fails without the key of the settings that the answers were sealed with. */
    public void requireKey(UUID campaign) {
        database.doReturningWork(connection -> key(connection, campaign));
    }

    /** Whether nobody else counts the answers of the campaign; then nobody does until the end of the transaction. */
    public boolean tryLock(UUID campaign) {
        return database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:campaign, 0))", Boolean.class)
                .setParameter("campaign", campaign.toString()).getSingleResult();
    }

    /**
     * Counts the answers, and writes them so that nothing joins them to the invitations any more. An answer keeps its stratum
     * only if that has as many respondents as a figure that is shown. If somebody reads the tables for minutes, it fails.
     *
     * @param change what the counting changes in the campaign; it is called while the tables of all campaigns are locked
     */
    public void count(UUID campaign, SurveyDesign design, Consumer<CountedAnswers> change) {
        if (!count(campaign, design, change, LockWait.IN_BACKGROUND)) {
            throw new PersistenceException(new SQLException("the tables of answers are in use", LOCK_NOT_AVAILABLE));
        }
    }

    /**
     * The same for a caller who cannot wait.
     *
     * @return false if somebody reads the tables for seconds; nothing is changed then
     */
    public boolean tryCount(UUID campaign, SurveyDesign design, Consumer<CountedAnswers> change) {
        database.flush();
        execute("savepoint before_counting");
        boolean counted = count(campaign, design, change, LockWait.OF_A_CLOSING);
        if (!counted) {
            execute("rollback to savepoint before_counting");
        }
        return counted;
    }

    /** The pool of connections does not allow a rollback to a savepoint of JDBC in a transaction of JTA. */
    private void execute(String command) {
        database.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        });
    }

    private boolean count(UUID campaign, SurveyDesign design, Consumer<CountedAnswers> change, LockWait wait) {
        database.flush();
        CountedAnswers counted = database.doReturningWork(connection -> count(connection, campaign, design));
        boolean locked = database.doReturningWork(
                connection -> wait.until(() -> new CampaignTables(connection, campaign).tryLock()));
        if (locked) {
            change.accept(counted);
            database.doWork(connection -> new CampaignTables(connection, campaign).replace());
        }
        return locked;
    }

    private CountedAnswers count(Connection connection, UUID campaign, SurveyDesign design) throws SQLException {
        CampaignTables tables = new CampaignTables(connection, campaign);
        CampaignAnswers answers = new CampaignAnswers(connection, campaign, design.questionnaire(), json);
        Optional<CampaignKey> key = key(connection, campaign);
        AnonymousGroups groups = groups(answers, key, design.suppressBelow());
        AnswerTally tally = answers.rewrite(key, groups, design.method().aggregation() == Aggregation.MEAN_OF_ITEMS);
        tables.completeRewrite();
        answers.replace(tally);
        SurveyCounts counts = new SurveyCounts(tally.answerCounts(), tally.respondentCounts(), tally.numberSums(),
                tally.topicCounts());
        // What is hidden, and so the index, depends on who was invited.
        List<Response> responses = tables.rewrittenResponses();
        return new CountedAnswers(Invited.of(responses), design.suppressBelow(),
                new CampaignResult(design, counts, Invited.NOBODY, responses, Optional.empty()).variances(tally.products()));
    }

    private Optional<CampaignKey> key(Connection connection, UUID campaign) throws SQLException {
        return new CampaignTables(connection, campaign).wrappedKey().map(wrapped -> keys.unwrap(wrapped, campaign));
    }

    private static AnonymousGroups groups(CampaignAnswers answers, Optional<CampaignKey> key, int k) throws SQLException {
        Map<String, Long> spent = answers.spentByGroup();
        return new AnonymousGroups(spent, AnonymousGroups.dependOnAnswers(spent) ? answers.namedGroups(key) : spent, k);
    }
}
