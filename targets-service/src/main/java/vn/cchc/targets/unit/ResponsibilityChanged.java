package vn.cchc.targets.unit;

import vn.cchc.values.UnitCode;

/**
 * The days on which a unit reports have changed: it was recorded with another validity, or assigned to an indicator. Fired in
 * the transaction of the change.
 */
public record ResponsibilityChanged(UnitCode unit) {
}
