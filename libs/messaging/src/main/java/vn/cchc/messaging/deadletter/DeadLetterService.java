package vn.cchc.messaging.deadletter;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import vn.cchc.messaging.TraceParent;
import vn.cchc.messaging.inbox.Inbox;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.TransientFailureRetry;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeReason;
import vn.cchc.rest.change.ChangeRecorder;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The use cases of an operator: redeliver or dismiss a dead letter. */
@ApplicationScoped
@Transactional
class DeadLetterService {

    private static final Logger LOG = Logger.getLogger(DeadLetterService.class);

    private final DeadLetters letters;
    private final ReadModels models;
    private final Inbox inbox;
    private final TransientFailureRetry retry;
    private final ChangeRecorder recorder;
    private final Clock clock;

    DeadLetterService(DeadLetters letters, ReadModels models, Inbox inbox, TransientFailureRetry retry,
            ChangeRecorder recorder,
            Clock clock) {
        this.letters = letters;
        this.models = models;
        this.inbox = inbox;
        this.retry = retry;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Applies the event; the work and the state of the letter commit together. */
    DeadLetterView redeliver(UUID id, ChangeContext context) {
        DeadLetter letter = requireForUpdate(id, context);
        letter.requireOpen();
        apply(letter);
        recorder.change(letter, "REDELIVER", context, () -> letter.apply(clock.instant()));
        // In the trace of the operator's request, which is another one than the event's.
        LOG.infof("Applied the dead letter %s: %s %s, traceparent %s", letter.id, letter.sourceTopic, letter.key,
                letter.headers.get(TraceParent.HEADER));
        return DeadLetterView.of(letter);
    }

    DeadLetterView dismiss(UUID id, NewDismissal request, ChangeContext context) {
        DeadLetter letter = requireForUpdate(id, context);
        recorder.change(letter, "DISMISS", context.withReason(ChangeReason.withText(NewDismissal.requireReason(request))),
                () -> letter.dismiss(clock.instant()));
        return DeadLetterView.of(letter);
    }

    private DeadLetter requireForUpdate(UUID id, ChangeContext context) {
        DeadLetter letter = letters.requireForUpdate(id);
        recorder.requireMatch(letter, context, () -> DeadLetterView.of(letter));
        return letter;
    }

    private void apply(DeadLetter letter) {
        ReadModel<?> model = models.of(letter.sourceTopic)
                .orElseThrow(() -> new ProblemException(DeadLetterProblem.REDELIVERY_FAILED, letter.sourceTopic));
        try {
            inbox.reprocess(letter.message(), model);
            letters.flush();
        } catch (RuntimeException failure) {
            throw retry.isTransient(failure) ? new ProblemException(CommonProblem.UNAVAILABLE)
                    : new ProblemException(DeadLetterProblem.REDELIVERY_FAILED, String.valueOf(failure.getMessage()));
        }
    }
}
