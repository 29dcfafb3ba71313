package vn.cchc.targets.indicator;

import vn.cchc.values.IndicatorCode;

/** An issued plan goes on with an indicator of the plan whose place it takes. Fired in the transaction of the issue. */
public record IndicatorAdopted(IndicatorCode former, Indicator adopter) {
}
