package vn.cchc.targets.report;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.messaging.inbox.BatchReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;
import vn.cchc.targets.result.MaintainedGroups;

/** Whose reports are not overdue although the deadline of the calendar is past. */
@ApplicationScoped
class DeadlineExtensions implements PanacheRepositoryBase<DeadlineExtension, UUID>, BatchReadModel<DeadlineExtended> {

    private final EventHistory history;

    private final ExpectedReports expected;
    private final MaintainedGroups groups;

    DeadlineExtensions(EventHistory history, ExpectedReports expected, MaintainedGroups groups) {
        this.history = history;
        this.expected = expected;
        this.groups = groups;
    }

    @Override
    public void applyAll(List<ReceivedEvent<DeadlineExtended>> received) {
        groups.touch(expected.of(received.stream().map(ReceivedEvent::event).flatMap(this::excused).toList()));
        received.forEach(each -> {
            record(each.event());
            history.add(each);
        });
        groups.settle();
    }

    /** The reports that the extension excuses, or has excused. */
    private Stream<ExpectedReports.Key> excused(DeadlineExtended extended) {
        Stream<String> before = findByIdOptional(extended.extension()).stream().flatMap(known -> Stream.of(known.units));
        return Stream.concat(extended.units().stream(), before).distinct()
                .map(unit -> new ExpectedReports.Key(extended.regime(), extended.period(), unit));
    }

    /** An older version never replaces a newer one. */
    private void record(DeadlineExtended extended) {
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
