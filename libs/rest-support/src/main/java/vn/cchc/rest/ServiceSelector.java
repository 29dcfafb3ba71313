package vn.cchc.rest;

import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** For what every service has at the same path: at the gateway the caller says whose is meant. */
public class ServiceSelector {

    public static final String PARAMETER = "service";

    @QueryParam(PARAMETER)
    @Parameter(description = "The service that owns it. Required at the gateway; optional at the service itself", example = "reporting")
    String service;

    public void requireSelf(String own) {
        if (service != null && !service.equals(own)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(PARAMETER, CommonProblem.INVALID_PARAMETER)));
        }
    }
}
