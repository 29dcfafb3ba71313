package vn.cchc.messaging.deadletter;

import java.util.List;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

@Schema(description = "The dismissal of an event (bỏ qua)")
record NewDismissal(
        @Size(max = 4000) @Schema(description = "The reason as a text", required = true, examples = "Sự kiện thử nghiệm, không thuộc kế hoạch") String reason) {

    static String requireReason(NewDismissal request) {
        if (request == null || request.reason == null || StorableText.isBlank(request.reason)) {
            throw new ProblemException(DeadLetterProblem.DISMISSAL_WITHOUT_REASON,
                    List.of(Violation.at("/reason", DeadLetterProblem.DISMISSAL_WITHOUT_REASON)));
        }
        return request.reason;
    }
}
