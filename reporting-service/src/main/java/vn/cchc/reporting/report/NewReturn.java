package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

@Schema(description = "The reason for which a report is returned (trả lại); both parts are mandatory")
record NewReturn(@Schema(required = true) ReturnReason reasonCode,
        @Size(max = 4000) @Schema(description = "The reason as a text", required = true, examples = "Tử số CT05.1 chưa khớp với phụ lục") String reason) {

    static NewReturn requireReason(NewReturn given) {
        List<Violation> violations = new ArrayList<>();
        if (given == null || given.reasonCode == null) {
            violations.add(Violation.at("/reasonCode", ReportingProblem.RETURN_WITHOUT_REASON));
        }
        if (given == null || given.reason == null || StorableText.isBlank(given.reason)) {
            violations.add(Violation.at("/reason", ReportingProblem.RETURN_WITHOUT_REASON));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(ReportingProblem.RETURN_WITHOUT_REASON, violations);
        }
        return given;
    }
}
