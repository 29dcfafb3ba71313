package vn.cchc.targets.indicator;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.values.RegimeCode;

@Schema(description = "The further regimes that ask for an indicator's figure")
record FurtherRegimes(
        @NotNull @Size(max = FurtherRegimes.MAX_REGIMES, message = "{cchc.ListSize.message}") @Schema(description = "Codes of the regimes; empty if only the plan's regime asks for it", examples = "[\"TTHC\"]") List<@NotNull RegimeCode> alsoAskedBy) {

    static final int MAX_REGIMES = 50;

    /**
     * @param pointer JSON Pointer to the list
     * @param own the regime by which units report the indicator
     */
    List<Violation> violations(String pointer, IndicatorType type, RegimeCode own) {
        List<Violation> violations = new ArrayList<>();
        if (type == IndicatorType.SURVEY && !alsoAskedBy.isEmpty()) {
            violations.add(Violation.at(pointer, TargetsProblem.NOT_FOR_TYPE));
        }
        for (int i = 0; i < alsoAskedBy.size(); i++) {
            RegimeCode regime = alsoAskedBy.get(i);
            if (regime.equals(own)) {
                violations.add(Violation.at(pointer + '/' + i, TargetsProblem.OWN_REGIME, regime));
            }
            if (alsoAskedBy.subList(0, i).contains(regime)) {
                violations.add(Violation.at(pointer + '/' + i, TargetsProblem.DUPLICATE, regime));
            }
        }
        return violations;
    }
}
