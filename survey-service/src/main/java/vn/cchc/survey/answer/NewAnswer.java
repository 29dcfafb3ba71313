package vn.cchc.survey.answer;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What one respondent says")
record NewAnswer(@Schema(description = "The token of the invitation", examples = "q7WJ0gS0hC7n0bqk2r1vXw") String token,
        @Schema(description = "By code of the question: 1 to 5, or 0 for \"don't know / not used\"; 0 to 100 for a question in percent. What is left out is not answered", examples = "{\"OVERALL\": 5, \"ACCESS-1\": 4, \"EXPECTATION\": 90}") Map<String, Integer> answers,
        @Schema(description = "Code of the respondent's group; that of the invitation when left out", examples = "PRIMARY-PARENTS", nullable = true) String group) {

    NewAnswer {
        token = token == null ? "" : token;
        answers = answers == null ? Map.of() : answers;
    }

    InvitationToken invitation() {
        return new InvitationToken(token);
    }

    /** What somebody said, and with which token, belongs in no log. */
    @Override
    public String toString() {
        return "an answer";
    }
}
