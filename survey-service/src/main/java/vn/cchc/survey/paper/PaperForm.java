package vn.cchc.survey.paper;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.answer.NewAnswer;
import vn.cchc.survey.invitation.ReferenceNumber;

@Schema(description = "A paper form (phiếu giấy) as it was filled in")
record PaperForm(
        @Schema(description = "Number printed on the form, at most 100 characters. Neither stored nor logged: it keeps a form from being entered twice. Capitals and spaces at the ends make no difference", examples = "CT15-0042") String number,
        @Schema(description = "Code of the stratum, or of the group of respondents; null if unknown", examples = "ONE-STOP", nullable = true) String stratum,
        @Schema(description = "Value by code of the question, as for `createAnswer`", examples = "{\"OVERALL\": 5}") Map<String, Integer> answers,
        @Schema(description = "Text by code of the question, as for `createAnswer`", nullable = true) Map<String, String> texts) {

    ReferenceNumber reference() {
        return ReferenceNumber.of(ReferenceNumber.Source.PAPER, number);
    }

    NewAnswer answer() {
        return new NewAnswer("", answers, null, texts, stratum);
    }

    /** Without number and answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "a paper form";
    }
}
