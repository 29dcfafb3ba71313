package vn.cchc.targets.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.messaging.inbox.ReadModel;

/** Which reports are handed in, so that a report under review does not count as overdue. */
@ApplicationScoped
class ReportStatuses implements PanacheRepositoryBase<ReportStatus, ReportStatus.Key>, ReadModel<ReportStatusChanged> {

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
