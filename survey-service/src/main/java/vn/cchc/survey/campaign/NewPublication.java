package vn.cchc.survey.campaign;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.ViolationCollector;

@Schema(name = "NewPublication", description = "Input of a publication; may be omitted for the first result of an indicator and a year")
record NewPublication(@Schema(nullable = true) Decision decision) {

    /** @return the decision of a request whose body may be missing */
    static Optional<Decision> decisionOf(NewPublication request) {
        Optional<Decision> decision = Optional.ofNullable(request).map(NewPublication::decision);
        ViolationCollector violations = new ViolationCollector();
        decision.ifPresent(given -> given.addViolations(violations));
        violations.throwIfAny();
        return decision;
    }
}
