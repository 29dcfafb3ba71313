package vn.cchc.survey.answer;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Answers of one respondent")
public record NewAnswer(@Schema(description = "Token of the invitation", examples = "q7WJ0gS0hC7n0bqk2r1vXw") String token,
        @Schema(description = "Value by code of the question: 1 to 5, or 0 for \"don't know / not used\"; 0 to 100 for a question in percent. Questions may be omitted", examples = "{\"OVERALL\": 5, \"ACCESS-1\": 4, \"EXPECTATION\": 90}") Map<String, Integer> answers,
        @Schema(description = "Code of the respondent's group; by default that of the invitation", examples = "PRIMARY-PARENTS", nullable = true) String group) {

    public NewAnswer {
        token = token == null ? "" : token;
        answers = answers == null ? Map.of() : answers;
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
