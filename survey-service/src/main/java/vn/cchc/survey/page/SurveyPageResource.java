package vn.cchc.survey.page;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import vn.cchc.idempotency.NotIdempotencyKeyed;
import vn.cchc.rest.database.SqlErrorClassifier;
import vn.cchc.rest.input.MaxBodySize;
import vn.cchc.rest.precondition.WithoutIfMatch;
import vn.cchc.rest.problem.LanguageNegotiator;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.answer.AnswerIntake;
import vn.cchc.survey.answer.AnswerReceived;
import vn.cchc.survey.answer.NewAnswer;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.CampaignState;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.invitation.InvitationLinks;
import vn.cchc.survey.invitation.InvitationLookup;
import vn.cchc.survey.openlink.OpenLinkIntake;
import vn.cchc.survey.openlink.OpenLinks;
import vn.cchc.survey.questionnaire.Questionnaire;

/**
 * The page on which a respondent answers with the link or the QR code of an invitation. It needs no account and no script, and
 * sends the same answers as {@code createAnswer}. A page that is sent again, after a lost connection, leads to the same thanks.
 */
@Path("/surveys/{campaign}")
@PermitAll
class SurveyPageResource {

    private static final String HTML = "text/html; charset=UTF-8";

    @CheckedTemplate(basePath = "")
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance survey(String lang, String otherLink, Visit visit, SurveyForm form);

        static native TemplateInstance notice(String lang, String otherLink, String token, Notice notice);
    }

    /** What is said instead of the form. The enum's name is that of a text; its help text has the suffix Help. */
    enum Notice {
        THANKS(200),
        INVALID(403),
        NOT_OPEN(409),
        CLOSED(409),
        ENDED(409),
        BUSY(503);

        private final int status;

        Notice(int status) {
            this.status = status;
        }
    }

    private static final Set<ProblemType> LINK_ENDED = Set.of(SurveyProblem.OPEN_LINK_ENDED, SurveyProblem.OPEN_LINK_FULL,
            SurveyProblem.MODE_NOT_ALLOWED);
    private static final InvitationLookup.Found ANYBODY = new InvitationLookup.Found(null, false);

    private final Campaigns campaigns;
    private final InvitationLookup invitations;
    private final AnswerIntake intake;
    private final OpenLinkIntake openLinks;
    private final Clock clock;

    SurveyPageResource(Campaigns campaigns, InvitationLookup invitations, AnswerIntake intake, OpenLinkIntake openLinks,
            Clock clock) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.intake = intake;
        this.openLinks = openLinks;
        this.clock = clock;
    }

    @GET
    @Produces(HTML)
    @Operation(operationId = "showSurveyPage", hidden = true)
    public Response show(@PathParam("campaign") UUID id, @QueryParam("token") String token, @QueryParam("link") String link,
            @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        Optional<Campaign> campaign = campaigns.findByIdOptional(id);
        if (link != null && token == null) {
            return showOpen(new Visit(id, "", link, "", locale(lang, headers)), campaign);
        }
        Visit visit = new Visit(id, token == null ? "" : token, "", "", locale(lang, headers));
        Optional<InvitationLookup.Found> invitation = campaign.flatMap(found -> invitations.find(id, visit.token()));
        if (invitation.isEmpty()) {
            return notice(visit, Notice.INVALID);
        }
        if (invitation.get().spent()) {
            return notice(visit, Notice.THANKS);
        }
        return switch (campaign.get().stateOn(LocalDate.now(clock))) {
            case DRAFT -> notice(visit, Notice.NOT_OPEN);
            case OPEN -> form(visit, campaign.get(), invitation.get(),
                    new GivenAnswers(new MultivaluedHashMap<>()), List.of(), 200);
            case CLOSED, PUBLISHED -> notice(visit, Notice.CLOSED);
        };
    }

    private Response showOpen(Visit visit, Optional<Campaign> campaign) {
        try {
            return campaign.flatMap(found -> openLinks.page(found, visit.link()))
                    .map(page -> form(visit.with(page), campaign.get(), ANYBODY,
                            new GivenAnswers(new MultivaluedHashMap<>()), List.of(), 200))
                    .orElseGet(() -> notice(visit, Notice.INVALID));
        } catch (ProblemException refused) {
            return notice(visit, noticeOf(refused, campaign.orElseThrow().state()));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    @NotIdempotencyKeyed(reason = "The token makes the operation idempotent.")
    @WithoutIfMatch(reason = "The operation only adds an answer.")
    @MaxBodySize("64K")
    @Operation(operationId = "sendSurveyPage", hidden = true)
    public Response send(@PathParam("campaign") UUID id, @QueryParam("lang") String lang, @Context HttpHeaders headers,
            MultivaluedMap<String, String> fields) {
        GivenAnswers given = new GivenAnswers(fields);
        Visit visit = new Visit(id, given.token(), given.link(), given.signature(), locale(lang, headers));
        Optional<Campaign> campaign = campaigns.findByIdOptional(id);
        Optional<InvitationLookup.Found> invitation = campaign.flatMap(
                found -> visit.isOpen() ? Optional.of(ANYBODY) : invitations.find(id, visit.token()));
        if (invitation.isEmpty()) {
            return notice(visit, Notice.INVALID);
        }
        Questionnaire questionnaire = campaign.get().questionnaire();
        List<SurveyForm.Fault> faults = unreadable(given, questionnaire, visit.locale());
        if (faults.isEmpty()) {
            try {
                receive(visit, campaign.get(), given.answer(questionnaire)).toCompletableFuture().join();
                return Response.seeOther(URI.create(visit.relativeLink())).build();
            } catch (ProblemException refused) {
                return refused(visit, campaign.get(), invitation.get(), given, refused);
            } catch (CompletionException e) {
                if (e.getCause() instanceof ProblemException refused) {
                    return refused(visit, campaign.get(), invitation.get(), given, refused);
                }
                if (SqlErrorClassifier.isTransient(e.getCause())) {
                    return notice(visit, Notice.BUSY);
                }
                throw e;
            }
        }
        return form(visit, campaign.get(), invitation.get(), given, faults, 422);
    }

    private CompletionStage<AnswerReceived> receive(Visit visit, Campaign campaign, NewAnswer answer) {
        return visit.isOpen() ? openLinks.receive(campaign, visit.link(), visit.signature(), answer)
                : intake.receive(campaign.id(), answer);
    }

    private static Response refused(Visit visit, Campaign campaign, InvitationLookup.Found invitation, GivenAnswers given,
            ProblemException refused) {
        if (refused.violations().isEmpty()) {
            return notice(visit, noticeOf(refused, campaign.state()));
        }
        List<SurveyForm.Fault> faults = refused.violations().stream().map(violation -> fault(violation, visit.locale()))
                .toList();
        return form(visit, campaign, invitation, given, faults, 422);
    }

    private static Notice noticeOf(ProblemException refused, CampaignState state) {
        if (refused.type() == SurveyProblem.WRONG_CAMPAIGN_STATE) {
            return state == CampaignState.DRAFT ? Notice.NOT_OPEN : Notice.CLOSED;
        }
        if (LINK_ENDED.contains(refused.type())) {
            return Notice.ENDED;
        }
        return refused.type() == SurveyProblem.INVALID_INVITATION ? Notice.INVALID : Notice.BUSY;
    }

    private static List<SurveyForm.Fault> unreadable(GivenAnswers given, Questionnaire questionnaire, Locale locale) {
        return given.unreadable(questionnaire).stream()
                .map(question -> fault(Violation.at("/answers/" + question.code(), SurveyProblem.OUT_OF_RANGE,
                        String.valueOf(question.lowest()), String.valueOf(question.highest())), locale))
                .toList();
    }

    private static SurveyForm.Fault fault(Violation violation, Locale locale) {
        String[] pointer = violation.pointer().split("/");
        String field = pointer.length > 2 ? GivenAnswers.field(pointer[2])
                : violation.pointer().equals("/stratum") ? GivenAnswers.GROUP : "";
        return new SurveyForm.Fault(field, new ProblemMessages(locale).detail(violation.type(), violation.args()));
    }

    private static Response form(Visit visit, Campaign campaign, InvitationLookup.Found invitation,
            GivenAnswers given, List<SurveyForm.Fault> faults, int status) {
        SurveyForm form = SurveyForm.of(campaign.questionnaire(), invitation.group() == null ? campaign.strata() : List.of(),
                given,
                faults, visit.locale());
        return visit.page(status, Templates.survey(visit.locale().getLanguage(), visit.otherLink(), visit, form));
    }

    private static Response notice(Visit visit, Notice notice) {
        return visit.page(notice.status,
                Templates.notice(visit.locale().getLanguage(), visit.otherLink(), visit.token(), notice));
    }

    private static Locale locale(String lang, HttpHeaders headers) {
        if ("en".equals(lang)) {
            return Locale.ENGLISH;
        }
        return "vi".equals(lang) ? LanguageNegotiator.VIETNAMESE
                : LanguageNegotiator
                        .negotiate(headers.getRequestHeaders().getOrDefault(HttpHeaders.ACCEPT_LANGUAGE, List.of()));
    }

    /**
     * A respondent with the link of an invitation, or with an open link.
     *
     * @param token of the invitation, or of the page that an open link shows
     * @param link the open link's token; empty for an invitation
     * @param signature of the page's token; empty for an invitation
     */
    record Visit(UUID campaign, String token, String link, String signature, Locale locale) {

        private static final String UNSAFE = "[^A-Za-z0-9_?=-]";

        public boolean isOpen() {
            return !link.isEmpty();
        }

        /** Without the token, which must not appear in a log. */
        @Override
        public String toString() {
            return "a visit";
        }

        Visit with(OpenLinks.SignedToken page) {
            return new Visit(campaign, page.token(), link, page.signature(), locale);
        }

        /** The same page in the other language. */
        String otherLink() {
            String page = isOpen() ? "?link=" + link : "?token=" + token;
            return InvitationLinks.BASE + path(page, locale.getLanguage().equals("vi") ? "en" : "vi");
        }

        /** The thanks. Relative to the API, as the framework expects it. */
        String relativeLink() {
            return path("?token=" + token, locale.getLanguage());
        }

        private String path(String query, String lang) {
            return InvitationLinks.PATH + campaign + query.replaceAll(UNSAFE, "") + "&lang=" + lang;
        }

        Response page(int status, TemplateInstance template) {
            return Response.status(status).entity(template.setLocale(locale)).header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).build();
        }
    }
}
