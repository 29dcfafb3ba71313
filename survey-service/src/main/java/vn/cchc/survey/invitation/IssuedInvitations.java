package vn.cchc.survey.invitation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Invitations", description = "Tokens just created; they are returned only once")
record IssuedInvitations(@Schema(examples = "31") int count,
        @Schema(description = "The same as stratum", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Link of each token, to a page on which a respondent answers without an account", examples = "https://cchc.example/api/v1/surveys/019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e?token=q7WJ0gS0hC7n0bqk2r1vXw") List<String> links,
        @Schema(description = "Single-use tokens", examples = "q7WJ0gS0hC7n0bqk2r1vXw") List<String> tokens,
        @Schema(description = "Code of the stratum (tầng)", examples = "PRIMARY-PARENTS", nullable = true) String stratum) {

    static IssuedInvitations of(List<InvitationToken> tokens, String stratum, List<String> links) {
        return new IssuedInvitations(tokens.size(), stratum, links, tokens.stream().map(InvitationToken::text).toList(),
                stratum);
    }

    /** Without the tokens, which must not appear in a log. */
    @Override
    public String toString() {
        return "issued invitations";
    }
}
