package vn.cchc.targets.result;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * Where a change of a unit has an effect.
 *
 * @param indicator null for all that the unit reports
 */
public record UnitScope(UnitCode unit, RegimeCode regime, int year, IndicatorCode indicator) {
}
