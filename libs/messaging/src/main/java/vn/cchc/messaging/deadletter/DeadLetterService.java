package vn.cchc.messaging.deadletter;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.messaging.inbox.Inbox;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.TransientFailureRetry;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.change.ChangeRecorder;
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
    private final ChangeRecorder recorder;
    private final Clock clock;

    DeadLetterService(DeadLetters letters, ReadModels models, Inbox inbox, TransientFailureRetry patience,
            ChangeRecorder recorder,
            Clock clock) {
        this.letters = letters;
        this.models = models;
        this.inbox = inbox;
        this.patience = patience;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The work and the letter's new state commit together, so that it is applied once however often one tries. */
    DeadLetterView redeliver(UUID id, ChangeContext context) {
        DeadLetter letter = requireForUpdate(id, context);
        letter.mustBeOpen();
        apply(letter);
        recorder.change(letter, "REDELIVER", context, () -> letter.apply(clock.instant()));
        return DeadLetterView.of(letter);
    }

    DeadLetterView dismiss(UUID id, NewDismissal given, ChangeContext context) {
        DeadLetter letter = requireForUpdate(id, context);
        recorder.change(letter, "DISMISS", context.withReason(ChangeReason.withText(NewDismissal.reasoned(given))),
                () -> letter.dismiss(clock.instant()));
        return DeadLetterView.of(letter);
    }

    private DeadLetter requireForUpdate(UUID id, ChangeContext context) {
        DeadLetter letter = letters.requireAlone(id);
        recorder.requireMatch(letter, context, () -> DeadLetterView.of(letter));
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
