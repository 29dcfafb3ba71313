package vn.cchc.messaging.deadletter;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.audit.ChangeReason;
import vn.cchc.messaging.inbox.Inbox;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.TransientFailureRetry;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Where an operator settles what was set aside. */
@ApplicationScoped
@Transactional
class DeadLetterService {

    private final DeadLetters letters;
    private final ReadModels models;
    private final Inbox inbox;
    private final TransientFailureRetry patience;
    private final AuditTrail trail;
    private final Clock clock;

    DeadLetterService(DeadLetters letters, ReadModels models, Inbox inbox, TransientFailureRetry patience, AuditTrail trail,
            Clock clock) {
        this.letters = letters;
        this.models = models;
        this.inbox = inbox;
        this.patience = patience;
        this.trail = trail;
        this.clock = clock;
    }

    /** The work and the letter's new state commit together, so that it is applied once however often one tries. */
    DeadLetterView redeliver(UUID id) {
        DeadLetter letter = asSeen(id);
        letter.mustBeOpen();
        apply(letter);
        trail.change(letter, "REDELIVER", () -> letter.apply(clock.instant()));
        return DeadLetterView.of(letter);
    }

    DeadLetterView dismiss(UUID id, NewDismissal given) {
        DeadLetter letter = asSeen(id);
        trail.change(letter, "DISMISS", ChangeReason.withText(NewDismissal.reasoned(given)),
                () -> letter.dismiss(clock.instant()));
        return DeadLetterView.of(letter);
    }

    private DeadLetter asSeen(UUID id) {
        DeadLetter letter = letters.requireAlone(id);
        trail.requireMatch(letter, DeadLetterView.of(letter));
        return letter;
    }

    private void apply(DeadLetter letter) {
        ReadModel<?> model = models.of(letter.sourceTopic)
                .orElseThrow(() -> new ProblemException(DeadLetterProblem.REDELIVERY_FAILED, letter.sourceTopic));
        try {
            inbox.reprocess(letter.message(), model);
            letters.flush();
        } catch (RuntimeException fault) {
            throw patience.isTransient(fault) ? new ProblemException(CommonProblem.UNAVAILABLE)
                    : new ProblemException(DeadLetterProblem.REDELIVERY_FAILED, String.valueOf(fault.getMessage()));
        }
    }
}
