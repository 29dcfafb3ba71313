package vn.cchc.survey.campaign;

/** A way in which answers reach a campaign. */
public enum Mode {
    /** Invitations that are valid once: links, and QR codes on paper. */
    LINK,
    /** A link that many respondents share. */
    OPEN_LINK,
    /** Forms on paper that a surveyor enters. */
    PAPER,
    /** Another system, such as the one-stop software. */
    SYSTEM
}
