package vn.cchc.survey.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.campaign.Mode;
import vn.cchc.survey.invitation.CampaignTokens;
import vn.cchc.survey.invitation.InvitationBatch;
import vn.cchc.survey.invitation.InvitationToken;
import vn.cchc.survey.invitation.Invitations;
import vn.cchc.survey.invitation.ReferenceNumber;
import vn.cchc.survey.progress.IntakeCounts;
import vn.cchc.survey.seal.CampaignKey;

/** Invitations and answers about dossiers of the one-stop software. A dossier is rated once, whichever way. */
@ApplicationScoped
class DossierService {

    private final Campaigns campaigns;
    private final CampaignTokens tokens;
    private final IntakeCounts counts;
    private final AuditTrail trail;
    private final Clock clock;

    DossierService(Campaigns campaigns, CampaignTokens tokens, IntakeCounts counts, AuditTrail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.tokens = tokens;
        this.counts = counts;
        this.trail = trail;
        this.clock = clock;
    }

    /** The tokens of the dossiers, in their order, and how many are new. */
    record Issued(List<InvitationToken> tokens, int issued) {
    }

    @Transactional
    Issued issue(UUID id, NewDossierInvitations request, ChangeContext context) {
        Campaign campaign = require(id);
        campaign.requireAcceptsInvitations(LocalDate.now(clock));
        campaign.requireMode(Mode.SYSTEM);
        request.validate(campaign);
        CampaignKey key = tokens.key(campaign);
        List<InvitationToken> derived = new ArrayList<>();
        Map<String, String> groups = new TreeMap<>();
        for (NewDossierInvitations.Dossier dossier : request.dossiers()) {
            var reference = ReferenceNumber.of(ReferenceNumber.Source.DOSSIER, dossier.number());
            InvitationToken token = InvitationToken.of(reference, key);
            derived.add(token);
            groups.putIfAbsent(token.hash(), dossier.stratum());
        }
        List<String> issued = tokens.issue(campaign, groups);
        record(id, issued, groups, context);
        return new Issued(derived, issued.size());
    }

    private void record(UUID id, List<String> issued, Map<String, String> groups, ChangeContext context) {
        SortedMap<String, Integer> byStratum = new TreeMap<>();
        issued.forEach(token -> byStratum.merge(groups.get(token) == null ? "" : groups.get(token), 1, Integer::sum));
        counts.addInvitations(id, byStratum);
        byStratum.forEach((stratum, count) -> trail
                .created(new InvitationBatch(id, count, stratum.isEmpty() ? null : stratum), context));
    }

    /** The token of a dossier that may be rated now. */
    @Transactional
    InvitationToken token(UUID id, NewDossierAnswer given) {
        CampaignKey key = tokens.keyForAnswers(id, Mode.SYSTEM, LocalDate.now(clock));
        given.validate(campaigns.require(id));
        return InvitationToken.of(given.reference(), key);
    }

    private Campaign require(UUID id) {
        return campaigns.findForShare(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
    }
}
