package vn.cchc.survey.answer;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A submission that waits for the commit of its transaction. */
record PendingAnswer(UUID campaign, String tokenHash, NewAnswer given, long since, CompletableFuture<AnswerReceived> reply) {

    static PendingAnswer of(UUID campaign, NewAnswer given) {
        return new PendingAnswer(campaign, given.invitation().hash(), given, System.nanoTime(), new CompletableFuture<>());
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
