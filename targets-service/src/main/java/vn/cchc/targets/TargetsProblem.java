package vn.cchc.targets;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** Problems of this service, beside those that all services share. */
public enum TargetsProblem implements ProblemType {
    ALREADY_ASSIGNED(409),
    ALREADY_LED(409),
    PLAN_EXISTS(409),
    NOT_A_DRAFT(409),
    OWN_DRAFT(409),
    PLAN_CLOSED(409),
    PLAN_IS_DRAFT(409),
    PLAN_ISSUED(409),
    PLAN_NOT_IN_FORCE(409),
    TASK_EXISTS(409),
    TASK_COMPLETED(409),
    TASK_NOT_COMPLETED(409),
    NO_DEADLINE_TO_EXTEND(409),
    EXTENSION_PENDING(409),
    EXTENSION_DECIDED(409),
    OWN_EXTENSION_REQUEST(403),
    FOREIGN_TASK(403),
    UNKNOWN_INDICATOR(422),
    UNKNOWN_TARGET(422),
    UNKNOWN_UNIT(422),
    UNIT_CLOSED(422),
    UNIT_NOT_OPEN_YET(422),
    NOT_REPORTED(422),
    ENDS_BEFORE_IT_BEGINS(422),
    INDICATOR_EXISTS(422),
    DUPLICATE(422),
    OWN_REGIME(422),
    MILESTONE_OUTSIDE_PLAN(422),
    UNKNOWN_SECTION(422),
    DAY_IN_FUTURE(422),
    UNKNOWN_CRITERION(422),
    ABOVE_MAXIMUM(422),
    TOTAL_DIFFERS(422),
    INVALID_RANK(422),
    DEADLINE_NOT_LATER(422),
    REASON_MISSING(422),
    REQUIRED_FOR_TYPE(422),
    NOT_FOR_TYPE(422),
    OUTSIDE_PLAN(422),
    NOTHING_REVISED(422),
    DECISION_MISSING(422),
    UNKNOWN_PLAN(422),
    OTHER_REGIME(422),
    OTHER_TYPE(422),
    NOTHING_SUPERSEDED(422),
    ONLY_FOR_DRAFT(422),
    KEY_DIFFERS(422),
    STAYS_DRAFT(422);

    private final int status;

    TargetsProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    static class Catalogue {

        @Produces
        ProblemCatalogue problems() {
            return () -> List.of(values());
        }
    }
}
