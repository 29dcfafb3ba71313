package vn.cchc.targets.report;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;

/** Whose reports are not overdue although the deadline of the calendar is past. */
@ApplicationScoped
class DeadlineExtensions implements PanacheRepositoryBase<DeadlineExtension, UUID>, ReadModel<DeadlineExtended> {

    private final EventHistory history;

    DeadlineExtensions(EventHistory history) {
        this.history = history;
    }

    @Override
    public void apply(ReceivedEvent<DeadlineExtended> received) {
        apply(received.event());
        history.add(received);
    }

    /** An older version never replaces a newer one. */
    @Override
    public void apply(DeadlineExtended extended) {
        DeadlineExtension known = findById(extended.extension());
        if (known == null || known.version < extended.version()) {
            getEntityManager().merge(new DeadlineExtension(extended));
        }
    }

    @Override
    public void reset() {
        deleteAll();
        history.clear(this);
    }

    @Override
    public String topic() {
        return DeadlineExtended.TOPIC;
    }

    @Override
    public Class<DeadlineExtended> type() {
        return DeadlineExtended.class;
    }
}
