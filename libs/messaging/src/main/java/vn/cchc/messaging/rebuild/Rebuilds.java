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

/** The rebuilds and their progress, which is stored in separate transactions so that it is visible during the rebuild. */
@ApplicationScoped
class Rebuilds implements PanacheRepositoryBase<Rebuild, UUID> {

    /** Serialises the requests, so that concurrent ones share one rebuild. */
    private static final String LOCK_KEY = "select 1 from (select pg_advisory_xact_lock(hashtextextended('rebuild', 0))) as lock";

    private final ChangeRecorder recorder;
    private final Clock clock;

    Rebuilds(ChangeRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The open rebuild, or a new one. */
    @Transactional
    Rebuild request(ChangeContext context) {
        getEntityManager().createNativeQuery(LOCK_KEY).getSingleResult();
        return open().orElseGet(() -> {
            Rebuild rebuild = new Rebuild(clock.instant());
            persist(rebuild);
            recorder.created(rebuild, context);
            return rebuild;
        });
    }

    @Transactional
    Optional<Rebuild> open() {
        return find("state in (?1, ?2) order by id", State.REQUESTED, State.RUNNING).firstResultOptional();
    }

    @Transactional
    boolean isOpen(Rebuild rebuild) {
        return count("id = ?1 and state in (?2, ?3)", rebuild.id, State.REQUESTED, State.RUNNING) == 1;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void update(Rebuild rebuild, RebuildProgress progress) {
        update("state = ?1, total = ?2, processed = ?3, skipped = ?4 where id = ?5", State.RUNNING, progress.total(),
                progress.processed(), progress.skipped(), rebuild.id);
    }

    /** In the transaction of the rebuild, so that state and data become visible together. */
    @Transactional(TxType.MANDATORY)
    void complete(Rebuild rebuild) {
        update("state = ?1, endedAt = ?2 where id = ?3", State.DONE, clock.instant(), rebuild.id);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void fail(Rebuild rebuild, String reason) {
        update("state = ?1, endedAt = ?2, failure = ?3 where id = ?4 and state <> ?5", State.FAILED, clock.instant(), reason,
                rebuild.id, State.DONE);
    }
}
