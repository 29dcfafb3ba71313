package vn.cchc.reporting.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** The filters of an export of figures. */
public class FigureFilter {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @QueryParam("regime")
    @Parameter(description = "Code of the regime", example = "CCHC")
    RegimeCode regime;

    @QueryParam("period")
    @Parameter(description = "Code of the period", example = "2025")
    PeriodCode period;

    @QueryParam("unit")
    @Parameter(description = "Code of the unit", example = "VP")
    UnitCode unit;

    @QueryParam("indicator")
    @Parameter(description = "Code of the indicator", example = "CT05.1")
    IndicatorCode indicator;

    @QueryParam("version")
    @Min(1)
    @Parameter(description = "Only this version of each report; by default the version that counts", example = "1")
    Integer version;

    @QueryParam("asOf")
    @Parameter(description = "The versions that counted at this instant (RFC 3339)", example = "2026-01-15T00:00:00Z")
    Instant asOf;

    /** The range of Java exceeds that of the database. */
    void validate() {
        List<Violation> violations = new ArrayList<>();
        if (version != null && version < 1) {
            violations.add(Violation.at("version", CommonProblem.INVALID_PARAMETER));
        }
        if (asOf != null && (version != null || asOf.isBefore(Instant.EPOCH) || asOf.isAfter(LATEST))) {
            violations.add(Violation.at("asOf", CommonProblem.INVALID_PARAMETER));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, violations);
        }
    }
}
