package vn.cchc.targets.report;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.messaging.inbox.BatchReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;
import vn.cchc.targets.result.MaintainedGroups;

/** Which reports are handed in, so that a report under review does not count as overdue. */
@ApplicationScoped
class ReportStatuses implements PanacheRepositoryBase<ReportStatus, ReportStatus.Key>, BatchReadModel<ReportStatusChanged> {

    private final EventHistory history;

    private final ExpectedReports expected;
    private final MaintainedGroups groups;

    ReportStatuses(EventHistory history, ExpectedReports expected, MaintainedGroups groups) {
        this.history = history;
        this.expected = expected;
        this.groups = groups;
    }

    @Override
    public void applyAll(List<ReceivedEvent<ReportStatusChanged>> received) {
        groups.touch(expected.of(received.stream().map(ReceivedEvent::event)
                .map(changed -> new ExpectedReports.Key(changed.regime(), changed.period(), changed.unit())).toList()));
        received.forEach(each -> {
            record(each.event());
            history.add(each);
        });
        groups.settle();
    }

    /** An older version never replaces a newer one. */
    private void record(ReportStatusChanged changed) {
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
