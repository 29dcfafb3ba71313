package vn.cchc.survey.answer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.seal.CampaignKey;
import vn.cchc.survey.seal.CampaignKeys;

/** The key from which the tokens of a campaign are derived, and the invitations with such tokens. */
@ApplicationScoped
class CampaignTokens {

    private final Session database;
    private final CampaignKeys keys;

    CampaignTokens(Session database, CampaignKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** @param campaign is held by the caller's transaction, so that it is not closed meanwhile */
    CampaignKey key(Campaign campaign) {
        UUID id = campaign.id();
        return database.doReturningWork(connection -> keys.find(connection, id)).orElseGet(() -> create(id));
    }

    /**
     * @param strata by hash of the token, in its order; null for none
     * @return the hashes that are new
     */
    List<String> issue(Campaign campaign, Map<String, String> strata) {
        return database.doReturningWork(connection -> new IntakeTables(connection, campaign.id()).issue(strata));
    }

    /** In a transaction of its own: it locks a row that the transactions of answers lock after others. */
    private CampaignKey create(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.doReturningWork(connection -> keys.findOrCreate(connection, id)));
    }
}
