package vn.cchc.targets.result;

import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** All that a unit reports for a year. */
public record UnitScope(UnitCode unit, RegimeCode regime, int year) {
}
