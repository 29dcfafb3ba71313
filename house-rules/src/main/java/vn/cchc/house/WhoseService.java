package vn.cchc.house;

import java.util.List;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.house.problem.Fault;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;

/** For what every service has at the same path: at the gateway the caller says whose is meant. */
public class WhoseService {

    public static final String PARAMETER = "service";

    @QueryParam(PARAMETER)
    @Parameter(description = "Whose: the gateway must be told, the service itself need not be", example = "reporting")
    String service;

    public void mustBe(String own) {
        if (service != null && !service.equals(own)) {
            throw new Refusal(HouseProblem.INVALID_PARAMETER,
                    List.of(Fault.at(PARAMETER, HouseProblem.INVALID_PARAMETER)));
        }
    }
}
