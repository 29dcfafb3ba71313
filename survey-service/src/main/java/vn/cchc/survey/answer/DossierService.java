package vn.cchc.survey.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.seal.CampaignKey;

/** Invitations and answers about dossiers of the one-stop software. A dossier is rated once, whichever way. */
@ApplicationScoped
class DossierService {

    private final Campaigns campaigns;
    private final CampaignTokens tokens;
    private final IntakeCounts counts;
    private final Session database;
    private final AuditTrail trail;

    DossierService(Campaigns campaigns, CampaignTokens tokens, IntakeCounts counts, Session database, AuditTrail trail) {
        this.campaigns = campaigns;
        this.tokens = tokens;
        this.counts = counts;
        this.database = database;
        this.trail = trail;
    }

    /** The tokens of the dossiers, in their order, and how many are new. */
    record Issued(List<InvitationToken> tokens, int issued) {
    }

    @Transactional
    Issued issue(UUID id, NewDossierInvitations request, ChangeContext context) {
        Campaign campaign = require(id);
        campaign.requireAcceptsInvitations();
        request.validate(campaign.questionnaire());
        CampaignKey key = tokens.key(campaign);
        List<InvitationToken> derived = new ArrayList<>();
        Map<String, String> groups = new TreeMap<>();
        for (NewDossierInvitations.Dossier dossier : request.dossiers()) {
            var reference = ReferenceNumber.of(ReferenceNumber.Source.DOSSIER, dossier.number());
            InvitationToken token = InvitationToken.of(reference, key);
            derived.add(token);
            groups.putIfAbsent(token.hash(), dossier.stratum());
        }
        List<String> issued = database.doReturningWork(connection -> new IntakeTables(connection, id).issue(groups));
        record(id, issued, groups, context);
        return new Issued(derived, issued.size());
    }

    private void record(UUID id, List<String> issued, Map<String, String> groups, ChangeContext context) {
        Map<String, Integer> byGroup = new HashMap<>();
        issued.forEach(token -> byGroup.merge(groups.get(token) == null ? "" : groups.get(token), 1, Integer::sum));
        byGroup.forEach((group, count) -> {
            counts.addInvitations(id, count);
            trail.created(new InvitationBatch(id, count, group.isEmpty() ? null : group), context);
        });
    }

    /** The token of a dossier that may be rated now. */
    @Transactional
    InvitationToken token(UUID id, ReferenceNumber reference) {
        Campaign campaign = require(id);
        campaign.requireAcceptsAnswers();
        return InvitationToken.of(reference, tokens.key(campaign));
    }

    private Campaign require(UUID id) {
        return campaigns.findForShare(id).orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
    }
}
