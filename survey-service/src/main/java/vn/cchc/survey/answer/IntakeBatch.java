package vn.cchc.survey.answer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.CampaignState;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/**
 * Submissions to one campaign that share a transaction. It spends their tokens and stores their ciphertexts; nothing else of an
 * answer is written.
 */
class IntakeBatch {

    /** @param admission null for a token that is known */
    private record Accepted(PendingAnswer submission, ValidatedAnswers answers, Admission admission) {
    }

    private final Connection connection;
    private final UUID campaign;
    private final CampaignKeys keys;
    private final ZonedDateTime now;
    private final IntakeTables tables;
    private final List<PendingAnswer> received = new ArrayList<>();
    private final Map<PendingAnswer, ProblemException> refused = new IdentityHashMap<>();
    private final List<PendingAnswer> deferred = new ArrayList<>();
    private IntakeCampaign known;

    IntakeBatch(Connection connection, UUID campaign, IntakeCampaign known, CampaignKeys keys, ZonedDateTime now) {
        this.connection = connection;
        this.campaign = campaign;
        this.known = known;
        this.keys = keys;
        this.now = now;
        this.tables = new IntakeTables(connection, campaign);
    }

    void store(List<PendingAnswer> submissions) throws SQLException {
        List<Accepted> accepted = accept(submissions);
        if (accepted.isEmpty()) {
            return;
        }
        Map<String, byte[]> sealed = seal(accepted);
        Map<String, Admission> admitted = new HashMap<>();
        accepted.stream().filter(each -> each.admission() != null)
                .forEach(each -> admitted.putIfAbsent(each.submission().tokenHash(), each.admission()));
        Set<String> spent = sealed.isEmpty() ? Set.of() : tables.store(known.version(), sealed, admitted, now.toInstant());
        List<PendingAnswer> others = new ArrayList<>();
        accepted.stream().map(Accepted::submission)
                .forEach(submission -> (spent.contains(submission.tokenHash()) ? received : others).add(submission));
        if (!others.isEmpty()) {
            explain(others);
        }
    }

    /** What was decided; the replies that follow it. */
    void reply() {
        received.forEach(submission -> submission.reply().complete(new AnswerReceived(true)));
        refused.forEach((submission, problem) -> submission.reply().completeExceptionally(problem));
    }

    /** Those of a campaign that is being opened or closed, or was changed since it was read. */
    List<PendingAnswer> deferred() {
        return deferred;
    }

    IntakeCampaign known() {
        return known;
    }

    private List<Accepted> accept(List<PendingAnswer> submissions) throws SQLException {
        IntakeTables.Snapshot snapshot = read(submissions);
        List<Accepted> accepted = new ArrayList<>();
        if (isChanged(snapshot)) {
            deferred.addAll(submissions);
            return accepted;
        }
        for (PendingAnswer submission : submissions) {
            IntakeTables.Token token = token(submission, snapshot);
            if (!isDecided(submission, token, snapshot.state())) {
                Admission admission = snapshot.tokens().containsKey(submission.tokenHash()) ? null : submission.admission();
                validate(submission, token.group())
                        .ifPresent(answers -> accepted.add(new Accepted(submission, answers, admission)));
            }
        }
        if (snapshot.state() != CampaignState.OPEN) {
            known = known.with(null);
        }
        return accepted;
    }

    private IntakeTables.Snapshot read(List<PendingAnswer> submissions) throws SQLException {
        return tables.read(submissions.stream().map(PendingAnswer::tokenHash).collect(Collectors.toSet()));
    }

    private static IntakeTables.Token token(PendingAnswer submission, IntakeTables.Snapshot snapshot) {
        IntakeTables.Token token = snapshot.tokens().get(submission.tokenHash());
        return token == null && submission.admission() != null
                ? new IntakeTables.Token(submission.admission().group(), false)
                : token;
    }

    private boolean isChanged(IntakeTables.Snapshot snapshot) {
        return snapshot.state() != null && snapshot.version() != known.version();
    }

    /** Whether the token alone decides. */
    private boolean isDecided(PendingAnswer submission, IntakeTables.Token token, CampaignState stored) {
        CampaignState state = known.stateOn(now.toLocalDate(), stored);
        // The same refusal for every kind of wrong token reveals nothing to a caller who guesses.
        if (token == null || state == null) {
            refused.put(submission, new ProblemException(SurveyProblem.INVALID_INVITATION));
        } else if (token.spent()) {
            received.add(submission);
        } else if (state != CampaignState.OPEN) {
            refused.put(submission, new ProblemException(SurveyProblem.WRONG_CAMPAIGN_STATE, state.ordinal()));
        } else {
            return false;
        }
        return true;
    }

    private Optional<ValidatedAnswers> validate(PendingAnswer submission, String group) {
        try {
            return Optional.of(ValidatedAnswers.of(submission.given(), known.questionnaire(), known.strata(), group));
        } catch (ProblemException e) {
            refused.put(submission, e);
            return Optional.empty();
        }
    }

    /** By the hash of the token; the first submission with a token counts. Empty if the campaign is being closed. */
    private Map<String, byte[]> seal(List<Accepted> accepted) throws SQLException {
        if (known.key() == null && !findKey()) {
            return Map.of();
        }
        Map<String, byte[]> sealed = new HashMap<>();
        accepted.forEach(each -> sealed.computeIfAbsent(each.submission().tokenHash(), hash -> known.seal(each.answers())));
        return sealed;
    }

    private boolean findKey() throws SQLException {
        connection.setAutoCommit(false);
        try {
            boolean open = tables.keepOpen(known.version());
            if (open) {
                CampaignKey key = keys.findOrCreate(connection, campaign);
                connection.commit();
                known = known.with(key);
            }
            return open;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Of another replica that was faster, of an open link at its limit, or of a campaign whose state changes. */
    private void explain(List<PendingAnswer> submissions) throws SQLException {
        IntakeTables.Snapshot snapshot = read(submissions);
        if (isChanged(snapshot)) {
            deferred.addAll(submissions);
            return;
        }
        List<PendingAnswer> undecided = submissions.stream()
                .filter(submission -> !isDecided(submission, token(submission, snapshot), snapshot.state())).toList();
        Map<UUID, SurveyProblem> refusals = tables.refusals(links(undecided), now.toInstant());
        for (PendingAnswer submission : undecided) {
            SurveyProblem refusal = submission.openLink().map(refusals::get).orElse(null);
            if (refusal == null) {
                deferred.add(submission);
            } else {
                refused.put(submission, new ProblemException(refusal));
            }
        }
    }

    private static Set<UUID> links(List<PendingAnswer> submissions) {
        return submissions.stream().map(PendingAnswer::openLink).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
