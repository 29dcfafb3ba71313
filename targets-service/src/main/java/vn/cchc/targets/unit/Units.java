package vn.cchc.targets.unit;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.UnitRecorded;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String>, ReadModel<UnitRecorded> {

    private final Event<ResponsibilityChanged> changes;

    Units(Event<ResponsibilityChanged> changes) {
        this.changes = changes;
    }

    public Map<UnitCode, Unit> named(Collection<UnitCode> codes) {
        return list("code in ?1", codes.stream().map(UnitCode::value).toList()).stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
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
