package vn.cchc.reporting.indicator;

import java.util.List;

/**
 * The indicators that a regime asks a unit for in a period, in the order of their codes.
 *
 * @param required those that its report requires
 * @param referred those that it reports under another regime
 */
public record AskedIndicators(List<Indicator> required, List<ReferredIndicator> referred) {
}
