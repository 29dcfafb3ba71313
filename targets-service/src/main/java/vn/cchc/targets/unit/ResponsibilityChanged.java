package vn.cchc.targets.unit;

/**
 * The days on which a unit reports have changed: it was recorded with another validity, or assigned to an indicator. Fired in
 * the transaction of the change.
 *
 * @param unit code of the unit
 */
public record ResponsibilityChanged(String unit) {
}
