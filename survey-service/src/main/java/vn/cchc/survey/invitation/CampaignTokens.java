package vn.cchc.survey.invitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.survey.answer.IntakeTables;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.campaign.Mode;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/** The key from which the tokens of a campaign are derived, and the invitations with such tokens. */
@ApplicationScoped
public class CampaignTokens {

    private final Session database;
    private final Campaigns campaigns;
    private final CampaignKeys keys;

    CampaignTokens(Session database, Campaigns campaigns, CampaignKeys keys) {
        this.database = database;
        this.campaigns = campaigns;
        this.keys = keys;
    }

    /**
     * The key of a campaign that accepts answers now. A caller does not wait for the closing of the campaign, which can take
     * seconds, because the connections of those who wait are missing for other campaigns. Only a key that is yet to be made
     * needs the campaign to stay open, and that closing is short: there are no answers.
     */
    public CampaignKey keyForAnswers(UUID id, Mode mode, LocalDate today) {
        Optional<CampaignKey> known = find(id);
        Campaign campaign = (known.isEmpty() ? campaigns.findForShare(id) : campaigns.findByIdOptional(id))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.CAMPAIGN, id));
        campaign.requireAcceptsAnswers(today);
        campaign.requireMode(mode);
        return known.orElseGet(() -> key(campaign));
    }

    /** @param campaign is held by the caller's transaction, so that it is not closed meanwhile */
    public CampaignKey key(Campaign campaign) {
        return find(campaign.id()).orElseGet(() -> create(campaign.id()));
    }

    /**
     * @param strata by hash of the token, in its order; null for none
     * @return the hashes that are new
     */
    public List<String> issue(Campaign campaign, Map<String, String> strata) {
        return database.doReturningWork(connection -> new IntakeTables(connection, campaign.id()).issue(strata));
    }

    private Optional<CampaignKey> find(UUID campaign) {
        return database.doReturningWork(connection -> keys.find(connection, campaign));
    }

    /** In a transaction of its own: it locks a row that the transactions of answers lock after others. */
    private CampaignKey create(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.doReturningWork(connection -> keys.findOrCreate(connection, id)));
    }
}
