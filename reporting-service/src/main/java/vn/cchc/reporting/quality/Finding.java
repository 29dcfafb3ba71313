package vn.cchc.reporting.quality;

import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * What a rule found.
 *
 * @param rule null for a rule that holds under every regime
 * @param indicator null where no figure is concerned
 * @param comparison null where nothing was compared
 */
public record Finding(Severity severity, RuleType rule, IndicatorCode indicator, Violation violation, Comparison comparison) {

    static Finding of(QualityRule rule, IndicatorCode indicator, Violation violation, Comparison comparison) {
        return new Finding(rule.severity(), rule.type(), indicator, violation, comparison);
    }

    /** A note on the cut-off day is no statement about a figure; there is nothing to explain. */
    public boolean needsExplanation() {
        return severity == Severity.WARNING && rule != null;
    }

    /** The same for every check of the same rule and indicator; null for a rule that holds under every regime. */
    public String key() {
        return rule == null ? null : rule + ":" + indicator;
    }
}
