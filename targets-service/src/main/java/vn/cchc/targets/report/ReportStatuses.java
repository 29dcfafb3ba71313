package vn.cchc.targets.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;

/** Which reports are handed in, so that a report under review does not count as overdue. */
@ApplicationScoped
class ReportStatuses implements PanacheRepositoryBase<ReportStatus, ReportStatus.Key>, ReadModel<ReportStatusChanged> {

    private final EventHistory history;

    ReportStatuses(EventHistory history) {
        this.history = history;
    }

    @Override
    public void apply(ReceivedEvent<ReportStatusChanged> received) {
        apply(received.event());
        history.add(received);
    }

    /** An older version never replaces a newer one. */
    @Override
    public void apply(ReportStatusChanged changed) {
        ReportStatus now = new ReportStatus(changed);
        ReportStatus known = findById(now.key());
        if (known == null || now.isNewerThan(known)) {
            getEntityManager().merge(now);
        }
    }

    @Override
    public void reset() {
        deleteAll();
        history.clear(this);
    }

    @Override
    public String topic() {
        return ReportStatusChanged.TOPIC;
    }

    @Override
    public Class<ReportStatusChanged> type() {
        return ReportStatusChanged.class;
    }
}
