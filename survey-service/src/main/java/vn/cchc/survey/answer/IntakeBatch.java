package vn.cchc.survey.answer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.CampaignState;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * The submissions of one transaction. A token and a ciphertext share this transaction, as do all the others in it; nothing else
 * of an answer is written.
 */
class IntakeBatch {

    private record Locked(CampaignState state, long version) {
    }

    private final Connection connection;
    private final CampaignKeys keys;
    private final LocalDate today;
    private final Map<UUID, IntakeCampaign> campaigns;
    private final Map<PendingAnswer, ProblemException> refused = new IdentityHashMap<>();
    private final List<PendingAnswer> received = new ArrayList<>();
    private final List<PendingAnswer> deferred = new ArrayList<>();

    /** @param campaigns those of the submissions that exist; a key that is found or made is put into it */
    IntakeBatch(Connection connection, CampaignKeys keys, LocalDate today, Map<UUID, IntakeCampaign> campaigns) {
        this.connection = connection;
        this.today = today;
        this.keys = keys;
        this.campaigns = campaigns;
    }

    void add(List<PendingAnswer> submissions) throws SQLException {
        Map<UUID, Locked> locked = lock();
        // In one order in all replicas, which lock the rows of campaigns.
        var byCampaign = submissions.stream().collect(groupingBy(PendingAnswer::campaign, TreeMap::new, toList()));
        for (var each : byCampaign.entrySet()) {
            UUID campaign = each.getKey();
            Locked now = locked.get(campaign);
            if (now != null && campaigns.get(campaign).version() == now.version()) {
                add(campaign, campaigns.get(campaign).stateOn(today, now.state()), each.getValue());
            } else if (now != null) {
                campaigns.remove(campaign);
                deferred.addAll(each.getValue());
            } else if (campaigns.containsKey(campaign)) {
                deferred.addAll(each.getValue());
            } else {
                each.getValue().forEach(submission -> refuse(submission, SurveyProblem.INVALID_INVITATION));
            }
        }
    }

    /** After the commit. */
    void reply() {
        received.forEach(submission -> submission.reply().complete(new AnswerReceived(true)));
        refused.forEach((submission, problem) -> submission.reply().completeExceptionally(problem));
    }

    /** Those of campaigns that are being opened or closed, or were changed since they were read. */
    List<PendingAnswer> deferred() {
        return deferred;
    }

    /** Keeps the state of the campaigns until the commit. One that is being closed is left out: its closing takes seconds. */
    private Map<UUID, Locked> lock() throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select id, state, version from campaign where id = any(?) for share skip locked")) {
            select.setArray(1, connection.createArrayOf("uuid", campaigns.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, Locked> locked = new HashMap<>();
                while (row.next()) {
                    locked.put(row.getObject(1, UUID.class),
                            new Locked(CampaignState.valueOf(row.getString(2)), row.getLong(3)));
                }
                return locked;
            }
        }
    }

    private void add(UUID campaign, CampaignState state, List<PendingAnswer> submissions) throws SQLException {
        IntakeTables tables = new IntakeTables(connection, campaign);
        Map<String, IntakeTables.Token> tokens = tables
                .tokens(submissions.stream().map(PendingAnswer::tokenHash).distinct().toList());
        Map<String, ValidatedAnswers> accepted = new HashMap<>();
        Map<String, Admission> admitted = new TreeMap<>();
        for (PendingAnswer submission : submissions) {
            // The same refusal for every kind of wrong token reveals nothing to a caller who guesses.
            IntakeTables.Token token = tokens.get(submission.tokenHash());
            if (token == null && submission.admission() != null) {
                admitted.put(submission.tokenHash(), submission.admission());
                token = new IntakeTables.Token(submission.admission().group(), false);
            }
            if (token == null) {
                refuse(submission, SurveyProblem.INVALID_INVITATION);
            } else if (token.spent() || accepted.containsKey(submission.tokenHash())) {
                received.add(submission);
            } else if (state != CampaignState.OPEN) {
                refuse(submission, SurveyProblem.WRONG_CAMPAIGN_STATE, state.ordinal());
            } else {
                validate(submission, token.group()).ifPresent(answers -> accepted.put(submission.tokenHash(), answers));
            }
        }
        if (state != CampaignState.OPEN) {
            campaigns.computeIfPresent(campaign, (id, known) -> known.with(null));
        }
        if (!accepted.isEmpty()) {
            store(campaign, tables, accepted, admitted);
        }
    }

    private Optional<ValidatedAnswers> validate(PendingAnswer submission, String group) {
        try {
            ValidatedAnswers answers = ValidatedAnswers.of(submission.given(),
                    campaigns.get(submission.campaign()).questionnaire(), campaigns.get(submission.campaign()).strata(), group);
            received.add(submission);
            return Optional.of(answers);
        } catch (ProblemException e) {
            refused.put(submission, e);
            return Optional.empty();
        }
    }

    private void store(UUID campaign, IntakeTables tables, Map<String, ValidatedAnswers> accepted,
            Map<String, Admission> admitted) throws SQLException {
        admitted.keySet().retainAll(accepted.keySet());
        // Another replica may have received the same answer meanwhile.
        Set<String> spent = new HashSet<>(
                tables.spend(accepted.keySet().stream().filter(token -> !admitted.containsKey(token)).sorted().toList()));
        if (!admitted.isEmpty()) {
            spent.addAll(tables.admit(admitted));
        }
        IntakeCampaign known = withKey(campaign);
        // In the order of the hash map, not of the tokens.
        List<byte[]> sealed = accepted.entrySet().stream().filter(each -> spent.contains(each.getKey()))
                .map(each -> known.seal(each.getValue())).toList();
        if (!sealed.isEmpty()) {
            tables.insert(sealed);
        }
    }

    private IntakeCampaign withKey(UUID campaign) throws SQLException {
        IntakeCampaign known = campaigns.get(campaign);
        if (known.key() == null) {
            CampaignKey key = keys.findOrCreate(connection, campaign);
            known = known.with(key);
            campaigns.put(campaign, known);
        }
        return known;
    }

    private void refuse(PendingAnswer submission, SurveyProblem problem, Object... args) {
        refused.put(submission, new ProblemException(problem, args));
    }
}
