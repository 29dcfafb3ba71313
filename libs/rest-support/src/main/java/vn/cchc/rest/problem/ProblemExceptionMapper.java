package vn.cchc.rest.problem;

import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Provider
class ProblemExceptionMapper extends ExceptionMapperBase<ProblemException> {

    @Override
    protected HttpProblem toProblem(ProblemException refusal) {
        return HttpProblem.builder().withStatus(refusal.type().status()).build();
    }
}
