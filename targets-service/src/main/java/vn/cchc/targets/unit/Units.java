package vn.cchc.targets.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.UnitRecorded;
import vn.cchc.messaging.inbox.BatchReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.targets.history.EventHistory;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String>, BatchReadModel<UnitRecorded> {

    /** A lead unit with more successions than this within a plan is taken as a mistake in the registry. */
    private static final int MOST_CHANGES = 10;

    private final EventHistory history;
    private final ResponsibilityChange responsibility;

    Units(EventHistory history, ResponsibilityChange responsibility) {
        this.history = history;
        this.responsibility = responsibility;
    }

    public Map<UnitCode, Unit> named(Collection<UnitCode> codes) {
        return list("code in ?1", codes.stream().map(UnitCode::value).toList()).stream()
                .collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /**
     * For each code the unit itself if it exists on the day, otherwise its successor, or the successor of that. A unit without
     * exactly one successor is left out.
     */
    public Map<UnitCode, Unit> existingOn(LocalDate day, Collection<UnitCode> codes) {
        Map<UnitCode, Unit> found = new HashMap<>(named(codes));
        for (int changes = 0; changes < MOST_CHANGES; changes++) {
            Map<UnitCode, UnitCode> successors = new HashMap<>();
            found.forEach((code, unit) -> unit.successorBy(day).ifPresent(next -> successors.put(code, next)));
            if (successors.isEmpty()) {
                break;
            }
            Map<UnitCode, Unit> named = named(Set.copyOf(successors.values()));
            successors.forEach((code, next) -> found.compute(code, (any, ended) -> named.get(next)));
        }
        found.values().removeIf(unit -> !unit.existsOn(day));
        return found;
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
    public void applyAll(List<ReceivedEvent<UnitRecorded>> received) {
        Set<UnitCode> changing = changing(received.stream().map(ReceivedEvent::event).toList());
        responsibility.of(changing, () -> received.forEach(each -> {
            record(each.event());
            history.add(each);
        }));
    }

    /** Those that exist on other days than before. */
    private Set<UnitCode> changing(List<UnitRecorded> recorded) {
        Map<UnitCode, Unit> known = named(recorded.stream().map(each -> new UnitCode(each.code())).collect(Collectors.toSet()));
        return recorded.stream().map(Unit::new)
                .filter(unit -> !known.containsKey(unit.code()) || !known.get(unit.code()).validity().equals(unit.validity()))
                .map(Unit::code).collect(Collectors.toSet());
    }

    /** An older version never replaces a newer one. */
    private void record(UnitRecorded recorded) {
        Unit known = findById(recorded.code());
        if (known == null || known.version < recorded.version()) {
            getEntityManager().merge(new Unit(recorded));
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
