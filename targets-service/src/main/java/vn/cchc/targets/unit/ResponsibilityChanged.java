package vn.cchc.targets.unit;

import java.util.Set;

import vn.cchc.values.UnitCode;

/**
 * The days on which units report have changed: they were recorded with another validity, or assigned to an indicator. Fired in
 * the transaction of the change, after {@link ResponsibilityChanging}.
 */
public record ResponsibilityChanged(Set<UnitCode> units) {
}
