package vn.cchc.targets;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** What this service may refuse, beside what any service may. */
public enum TargetsProblem implements ProblemType {
    ALREADY_ASSIGNED(409),
    UNKNOWN_INDICATOR(422),
    UNKNOWN_UNIT(422),
    NOT_REPORTED(422),
    ENDS_BEFORE_IT_BEGINS(422);

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
