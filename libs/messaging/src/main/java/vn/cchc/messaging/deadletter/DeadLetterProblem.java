package vn.cchc.messaging.deadletter;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** The problem types of dead letters. */
enum DeadLetterProblem implements ProblemType {
    DEAD_LETTER_RESOLVED(409),
    REDELIVERY_FAILED(409),
    DISMISSAL_WITHOUT_REASON(422);

    private final int status;

    DeadLetterProblem(int status) {
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
