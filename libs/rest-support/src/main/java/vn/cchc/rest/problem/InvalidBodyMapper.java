package vn.cchc.rest.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Before Quarkus' own, which answers a body that does not fit with an empty 400. */
@Provider
@Priority(1)
class InvalidBodyMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException misfit) {
        return HttpProblem.builder().withStatus(Status.BAD_REQUEST).build();
    }
}
