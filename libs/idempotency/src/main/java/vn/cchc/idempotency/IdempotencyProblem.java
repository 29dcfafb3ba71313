package vn.cchc.idempotency;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** The problem types of repeated calls. */
enum IdempotencyProblem implements ProblemType {
    ALREADY_ISSUED(409),
    IDEMPOTENCY_KEY_REUSED(422);

    private final int status;

    IdempotencyProblem(int status) {
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
