package vn.cchc.rest.input;

import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Selects the service for paths that every service has. At the gateway the parameter is required. */
public class ServiceSelector {

    public static final String PARAMETER = "service";

    @QueryParam(PARAMETER)
    @Parameter(description = "The service that owns the resource. Required at the gateway, optional at the service itself", example = "reporting")
    String service;

    public void requireSelf(String self) {
        if (service != null && !service.equals(self)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(PARAMETER, CommonProblem.INVALID_PARAMETER)));
        }
    }
}
