package vn.cchc.targets.unit;

import java.util.Set;

import vn.cchc.values.UnitCode;

/** The days on which units report are about to change. Fired in the transaction of the change, before it. */
public record ResponsibilityChanging(Set<UnitCode> units) {
}
