package vn.cchc.gateway.problem;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** The refusals of the gateway, beside those that are common to all services. */
public enum GatewayProblem implements ProblemType {
    TOO_SLOW(408),
    URL_TOO_LONG(414),
    HEADERS_TOO_LARGE(431);

    private final int status;

    GatewayProblem(int status) {
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
