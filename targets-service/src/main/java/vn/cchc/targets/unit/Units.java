package vn.cchc.targets.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.UnitRecorded;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String>, ReadModel<UnitRecorded> {

    private final EventHistory history;
    private final Event<ResponsibilityChanged> changes;

    Units(EventHistory history, Event<ResponsibilityChanged> changes) {
        this.history = history;
        this.changes = changes;
    }

    public Map<UnitCode, Unit> named(Collection<UnitCode> codes) {
        return list("code in ?1", codes.stream().map(UnitCode::value).toList()).stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /** The days on which each unit exists. */
    public Map<UnitCode, DateRange> validities() {
        return find("select code, validFrom, validTo from Unit").project(Validity.class).stream()
                .collect(Collectors.toMap(unit -> new UnitCode(unit.code()),
                        unit -> new DateRange(unit.validFrom(), unit.validTo())));
    }

    record Validity(String code, LocalDate validFrom, LocalDate validTo) {
    }

    @Override
    public void apply(ReceivedEvent<UnitRecorded> received) {
        apply(received.event());
        history.add(received);
    }

    /** An older version never replaces a newer one. */
    @Override
    public void apply(UnitRecorded recorded) {
        Unit known = findById(recorded.code());
        if (known != null && known.version >= recorded.version()) {
            return;
        }
        DateRange before = known == null ? DateRange.UNBOUNDED : known.validity();
        Unit now = getEntityManager().merge(new Unit(recorded));
        if (!now.validity().equals(before)) {
            changes.fire(new ResponsibilityChanged(now.code()));
        }
    }

    @Override
    public void reset() {
        deleteAll();
        history.clear(this);
    }

    @Override
    public String topic() {
        return UnitRecorded.TOPIC;
    }

    @Override
    public Class<UnitRecorded> type() {
        return UnitRecorded.class;
    }
}
