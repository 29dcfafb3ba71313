package vn.cchc.events.deadletter;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.events.inbox.Inbox;
import vn.cchc.events.inbox.Patience;
import vn.cchc.events.inbox.ReadModel;
import vn.cchc.events.inbox.ReadModels;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;
import vn.cchc.ledger.audit.AuditTrail;
import vn.cchc.ledger.audit.Why;

/** Where an operator settles what was set aside. */
@ApplicationScoped
@Transactional
class DeadLetterDesk {

    private final DeadLetters letters;
    private final ReadModels models;
    private final Inbox inbox;
    private final Patience patience;
    private final AuditTrail trail;
    private final Clock clock;

    DeadLetterDesk(DeadLetters letters, ReadModels models, Inbox inbox, Patience patience, AuditTrail trail, Clock clock) {
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
        trail.change(letter, "DISMISS", Why.inWords(NewDismissal.reasoned(given)), () -> letter.dismiss(clock.instant()));
        return DeadLetterView.of(letter);
    }

    private DeadLetter asSeen(UUID id) {
        DeadLetter letter = letters.requireAlone(id);
        trail.mustHaveBeenSeen(letter, DeadLetterView.of(letter));
        return letter;
    }

    private void apply(DeadLetter letter) {
        ReadModel<?> model = models.of(letter.sourceTopic)
                .orElseThrow(() -> new Refusal(DeadLetterProblem.REDELIVERY_FAILED, letter.sourceTopic));
        try {
            inbox.takeLate(letter.message(), model);
            letters.flush();
        } catch (RuntimeException fault) {
            throw patience.isPassing(fault) ? new Refusal(HouseProblem.UNAVAILABLE)
                    : new Refusal(DeadLetterProblem.REDELIVERY_FAILED, String.valueOf(fault.getMessage()));
        }
    }
}
