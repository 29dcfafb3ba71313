package vn.cchc.survey.invitation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.campaign.Mode;
import vn.cchc.survey.progress.IntakeCounts;

/** Issues invitations to a campaign. */
@ApplicationScoped
class InvitationService {

    private final Campaigns campaigns;
    private final Invitations invitations;
    private final IntakeCounts counts;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InvitationService(Campaigns campaigns, Invitations invitations, IntakeCounts counts, AuditTrail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.counts = counts;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    List<InvitationToken> issue(UUID id, NewInvitations request, ChangeContext context) {
        Campaign campaign = campaigns.findForShare(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
        campaign.requireAcceptsInvitations(LocalDate.now(clock));
        campaign.requireMode(Mode.LINK);
        request.validate(campaign);
        String stratum = request.stratumCode();
        List<InvitationToken> tokens = Stream.generate(() -> InvitationToken.random(random)).limit(request.count()).toList();
        invitations.persist(tokens.stream().map(token -> new Invitation(token, id, stratum)));
        counts.addInvitations(id, stratum, tokens.size());
        trail.created(new InvitationBatch(id, tokens.size(), stratum), context);
        return tokens;
    }
}
