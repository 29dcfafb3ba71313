package vn.cchc.messaging.rebuild;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.messaging.rebuild.Rebuild.State;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.change.ChangeRecorder;

/** Notes how far a rebuild is, in transactions of their own where it is to be seen while the rebuild's own is open. */
@ApplicationScoped
class Rebuilds implements PanacheRepositoryBase<Rebuild, UUID> {

    /** So that of those who ask at once all but one find what the first has asked for. */
    private static final String LOCK_KEY = "select 1 from (select pg_advisory_xact_lock(hashtextextended('rebuild', 0))) as turn";

    private final ChangeRecorder recorder;
    private final Clock clock;

    Rebuilds(ChangeRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The one that is open, or a new one: two at once would do the same work twice. */
    @Transactional
    Rebuild request(ChangeContext context) {
        getEntityManager().createNativeQuery(LOCK_KEY).getSingleResult();
        return open().orElseGet(() -> {
            Rebuild asked = new Rebuild(clock.instant());
            persist(asked);
            recorder.created(asked, context);
            return asked;
        });
    }

    @Transactional
    Optional<Rebuild> open() {
        return find("state in (?1, ?2) order by id", State.ASKED, State.RUNNING).firstResultOptional();
    }

    @Transactional
    boolean isOpen(Rebuild rebuild) {
        return count("id = ?1 and state in (?2, ?3)", rebuild.id, State.ASKED, State.RUNNING) == 1;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void progressed(Rebuild rebuild, RebuildProgress progress) {
        update("state = ?1, total = ?2, processed = ?3, skipped = ?4 where id = ?5", State.RUNNING, progress.total(),
                progress.processed(), progress.skipped(), rebuild.id);
    }

    /** In the rebuild's own transaction: it is seen to be done when its work is seen. */
    @Transactional(TxType.MANDATORY)
    void done(Rebuild rebuild) {
        update("state = ?1, endedAt = ?2 where id = ?3", State.DONE, clock.instant(), rebuild.id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(Rebuild rebuild, String reason) {
        update("state = ?1, endedAt = ?2, failure = ?3 where id = ?4 and state <> ?5", State.FAILED, clock.instant(), reason,
                rebuild.id, State.DONE);
    }
}
