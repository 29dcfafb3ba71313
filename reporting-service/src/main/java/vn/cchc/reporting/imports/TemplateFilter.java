package vn.cchc.reporting.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/** What a template is for. */
public class TemplateFilter {

    @QueryParam("regime")
    @DefaultValue("CCHC")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("period")
    @NotNull
    @Parameter(description = "Code of the period", required = true, example = "2025")
    PeriodCode period;

    @QueryParam("unit")
    @Parameter(description = "Codes of units of the caller; all of them by default", example = "VP")
    List<String> units;

    @QueryParam("locale")
    @DefaultValue("vi-VN")
    @Pattern(regexp = "vi-VN|en-US")
    @Parameter(description = "How the file writes numbers and titles: vi-VN or en-US")
    String locale;

    void validate() {
        List<Violation> violations = new ArrayList<>();
        if (period == null) {
            violations.add(Violation.at("period", CommonProblem.EMPTY_PARAMETER));
        }
        if (!locale.equals("vi-VN") && !locale.equals("en-US")) {
            violations.add(Violation.at("locale", CommonProblem.NOT_ONE_OF, "vi-VN, en-US"));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, violations);
        }
    }
}
