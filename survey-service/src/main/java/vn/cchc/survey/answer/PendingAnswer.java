package vn.cchc.survey.answer;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A submission that waits for the commit of its transaction.
 *
 * @param admission null if the token has to be that of an invitation
 */
record PendingAnswer(UUID campaign, String tokenHash, NewAnswer given, Admission admission, long since,
        CompletableFuture<AnswerReceived> reply) {

    static PendingAnswer of(UUID campaign, NewAnswer given) {
        return of(campaign, given, null);
    }

    static PendingAnswer of(UUID campaign, NewAnswer given, Admission admission) {
        return new PendingAnswer(campaign, given.invitation().hash(), given, admission, System.nanoTime(),
                new CompletableFuture<>());
    }

    Optional<UUID> openLink() {
        return Optional.ofNullable(admission).map(Admission::openLink);
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    /** Without token and answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "a pending answer";
    }
}
