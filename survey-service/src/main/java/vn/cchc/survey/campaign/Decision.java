package vn.cchc.survey.campaign;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

@Embeddable
@Schema(name = "SurveyResultDecision", description = "Decision (quyết định) by which a published result is replaced")
record Decision(
        @Schema(description = "Official number", examples = "125/QĐ-SGDĐT") @Column(name = "decision_number") String number,
        @Schema(examples = "2026-02-03") @Column(name = "decision_date") LocalDate date,
        @Schema(description = "Office of the signer", examples = "Giám đốc Sở Giáo dục và Đào tạo") @Column(name = "decision_signer") String signer,
        @Schema(description = "Why the earlier result is replaced", examples = "Khảo sát lại do mẫu đợt một không đại diện") @Column(name = "decision_reason") String reason) {

    void addViolations(ViolationCollector violations) {
        violations.requireText(number, "/decision/number");
        violations.require(date != null, "/decision/date", SurveyProblem.MISSING);
        violations.requireText(signer, "/decision/signer");
        violations.requireText(reason, "/decision/reason");
    }

    SurveyResultPublished.Decision toEvent() {
        return new SurveyResultPublished.Decision(number, date, signer, reason);
    }
}
