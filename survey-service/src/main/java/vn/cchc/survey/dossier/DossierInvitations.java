package vn.cchc.survey.dossier;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.invitation.Invitation;

@Schema(name = "DossierInvitations", description = "The invitations of dossiers, in the order of the request")
record DossierInvitations(
        @Schema(description = "How many of them are new; the others were issued before, or their dossier was rated already", examples = "1") int issued,
        List<Invitation> invitations) {

    @Schema(name = "DossierInvitation", description = "Always the same for one dossier of a campaign")
    record Invitation(
            @Schema(description = "Link to a page on which the applicant answers without an account", examples = "https://cchc.example/api/v1/surveys/019a3f52-7c1e-7b60-9a53-0d1c2b3a4f5e?token=q7WJ0gS0hC7n0bqk2r1vXw") String link,
            @Schema(description = "Single-use token", examples = "q7WJ0gS0hC7n0bqk2r1vXw") String token) {

        /** Without the token, which must not appear in a log. */
        @Override
        public String toString() {
            return "an invitation";
        }
    }
}
