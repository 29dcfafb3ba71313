package vn.cchc.survey.answer;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Invitations", description = "Tokens just created; they are returned only once")
record IssuedInvitations(@Schema(examples = "31") int count,
        @Schema(description = "Code of the group of respondents", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Single-use tokens", examples = "q7WJ0gS0hC7n0bqk2r1vXw") List<String> tokens) {

    static IssuedInvitations of(List<InvitationToken> tokens, String group) {
        return new IssuedInvitations(tokens.size(), group, tokens.stream().map(InvitationToken::text).toList());
    }
}
