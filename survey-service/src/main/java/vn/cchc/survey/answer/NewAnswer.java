package vn.cchc.survey.answer;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.invitation.InvitationToken;
import vn.cchc.survey.stratum.StratumChoice;

@Schema(description = "Answers of one respondent")
public record NewAnswer(@Schema(description = "Token of the invitation", examples = "q7WJ0gS0hC7n0bqk2r1vXw") String token,
        @Schema(description = "Value by code of the question: 1 to 5, or 0 for \"don't know / not used\"; 0 to 100 for a question in percent; 1 for yes and 0 for no; a number within the question's bounds. Questions that are not obligatory may be omitted", examples = "{\"OVERALL\": 5, \"ACCESS-1\": 4, \"EXPECTATION\": 90}") Map<String, Integer> answers,
        @Schema(description = "Code of the respondent's group; by default that of the invitation", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Text by code of the question, of questions with the scale TEXT. Telephone numbers, e-mail addresses and identity numbers in it are removed before it is stored", examples = "{\"SUGGESTION\": \"Mở thêm quầy tiếp nhận\"}", nullable = true) Map<String, String> texts,
        @Schema(description = "Code of the respondent's stratum (tầng), in a campaign with strata of its own; by default that of the invitation", examples = "PRIMARY-PARENTS-VP", nullable = true) String stratum) {

    public NewAnswer {
        token = token == null ? "" : token;
        answers = answers == null ? Map.of() : answers;
        texts = texts == null ? Map.of() : texts;
    }

    public NewAnswer(String token, Map<String, Integer> answers, String group) {
        this(token, answers, group, Map.of(), null);
    }

    StratumChoice choice() {
        return new StratumChoice(stratum, group);
    }

    InvitationToken invitation() {
        return new InvitationToken(token);
    }

    /** Without token and answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "an answer";
    }
}
