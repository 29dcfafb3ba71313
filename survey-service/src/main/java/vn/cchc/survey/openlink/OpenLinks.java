package vn.cchc.survey.openlink;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.campaign.Mode;
import vn.cchc.survey.invitation.CampaignTokens;
import vn.cchc.survey.invitation.InvitationToken;
import vn.cchc.survey.seal.CampaignKey;

/**
 * Creates and ends open links. Each page that an open link shows has a token of its own, signed with
 * the key of the campaign, so a page that is sent again adds nothing.
 */
@ApplicationScoped
public class OpenLinks implements PanacheRepositoryBase<OpenLink, UUID> {

    private static final String PURPOSE = "OPEN_LINK";

    private final Campaigns campaigns;
    private final CampaignTokens tokens;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenLinks(Campaigns campaigns, CampaignTokens tokens, AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.tokens = tokens;
        this.trail = trail;
        this.clock = clock;
    }

    /** A link and its token, which is known only now. */
    record Created(OpenLink link, InvitationToken token) {
    }

    /**
     * The token of one page, and the signature that shows that this service made it.
     *
     * @param token spent by the answer
     */
    public record SignedToken(String token, String signature) {

        /** Without the token, which must not appear in a log. */
        @Override
        public String toString() {
            return "a signed token";
        }
    }

    @Transactional
    Created create(UUID id, NewOpenLink request, ChangeContext context) {
        Campaign campaign = campaigns.findForShare(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
        campaign.requireAcceptsInvitations(LocalDate.now(clock));
        campaign.requireMode(Mode.OPEN_LINK);
        request.validate(clock.instant());
        InvitationToken token = InvitationToken.random(random);
        OpenLink link = new OpenLink(request, id, token, clock.instant());
        persist(link);
        trail.created(link, context);
        return new Created(link, token);
    }

    @Transactional
    OpenLink end(UUID campaign, UUID id, ChangeContext context) {
        OpenLink link = find("id = ?1 and campaign = ?2", id, campaign).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional().orElseThrow(() -> ProblemException.notFound(ResourceType.OPEN_LINK, id));
        if (link.endedAt == null) {
            trail.change(link, "END", context, () -> link.end(clock.instant()));
        }
        return link;
    }

    List<OpenLink> after(UUID campaign, UUID id, int rows) {
        return find("campaign = ?1 and id > ?2 order by id", campaign, id).page(0, rows).list();
    }

    /**
     * The token for a page. Empty if there is no such link.
     *
     * @throws ProblemException if the link accepts no more answers
     */
    @Transactional
    public Optional<SignedToken> page(UUID campaign, String link) {
        return find(campaign, link).map(found -> {
            found.requireOpen(clock.instant());
            InvitationToken token = InvitationToken.random(random);
            return new SignedToken(token.text(), signature(campaign, found, token.text()));
        });
    }

    /**
     * The link, if this service made the token for one of its pages.
     *
     * @throws ProblemException if the campaign accepts no answers
     */
    @Transactional
    public Optional<UUID> linkOf(UUID campaign, String link, SignedToken given) {
        return find(campaign, link)
                .filter(found -> MessageDigest.isEqual(
                        signature(campaign, found, given.token()).getBytes(US_ASCII),
                        given.signature().getBytes(US_ASCII)))
                .map(found -> found.id);
    }

    private Optional<OpenLink> find(UUID campaign, String link) {
        return find("campaign = ?1 and tokenHash = ?2", campaign, new InvitationToken(link).hash()).firstResultOptional();
    }

    private String signature(UUID id, OpenLink link, String token) {
        CampaignKey key = tokens.keyForAnswers(id, Mode.OPEN_LINK, LocalDate.now(clock));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive(PURPOSE, link.id + " " + token));
    }
}
