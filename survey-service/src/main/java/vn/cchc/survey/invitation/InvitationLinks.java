package vn.cchc.survey.invitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** The links of invitations, to the page on which they are answered. */
@ApplicationScoped
public class InvitationLinks {

    /** Path of the page, before the id of the campaign. */
    public static final String PATH = "surveys/";
    public static final String BASE = "/api/v1/";

    private final InvitationConfig config;

    InvitationLinks(InvitationConfig config) {
        this.config = config;
    }

    public String of(UUID campaign, InvitationToken token) {
        return page(campaign) + "?token=" + token.text();
    }

    /** @param token of an open link */
    public String open(UUID campaign, InvitationToken token) {
        return page(campaign) + "?link=" + token.text();
    }

    private String page(UUID campaign) {
        return config.publicUrl().toString().replaceAll("/+$", "") + BASE + PATH + campaign;
    }
}
