package vn.cchc.targets.unit;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.events.UnitRecorded;
import vn.cchc.messaging.inbox.ReadModel;

@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, String>, ReadModel<UnitRecorded> {

    public boolean exists(String code) {
        return findByIdOptional(code).isPresent();
    }

    public Map<String, Unit> named(Collection<String> codes) {
        return list("code in ?1", codes).stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    }

    /** An older word of a unit never overwrites a newer one. */
    @Override
    public void learn(UnitRecorded recorded) {
        Unit known = findById(recorded.code());
        if (known == null || known.version < recorded.version()) {
            getEntityManager().merge(new Unit(recorded));
        }
    }

    @Override
    public void forget() {
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
