package vn.cchc.targets.unit;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import vn.cchc.values.UnitCode;

/** Announces a change of the days on which units report, before it and after it, in its transaction. */
@ApplicationScoped
public class ResponsibilityChange {

    private final Event<ResponsibilityChanging> changing;
    private final Event<ResponsibilityChanged> changed;

    ResponsibilityChange(Event<ResponsibilityChanging> changing, Event<ResponsibilityChanged> changed) {
        this.changing = changing;
        this.changed = changed;
    }

    public void of(Set<UnitCode> units, Runnable change) {
        changing.fire(new ResponsibilityChanging(units));
        change.run();
        changed.fire(new ResponsibilityChanged(units));
    }
}
