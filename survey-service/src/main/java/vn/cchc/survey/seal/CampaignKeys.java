package vn.cchc.survey.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;

import jakarta.enterprise.context.ApplicationScoped;

/** The key of each campaign until its answers have been counted, wrapped by the key of the settings. */
@ApplicationScoped
public class CampaignKeys {

    private final Optional<SecretKey> master;

    CampaignKeys(SealConfig config) {
        this.master = config.answerKey().map(AnswerKey::parse);
    }

    /** Makes the key with the first answers. The caller holds the campaign, so that it is not closed meanwhile. */
    public CampaignKey findOrCreate(Connection connection, UUID campaign) throws SQLException {
        byte[] candidate = CampaignKey.random(campaign).wrap(master());
        // Another replica may have made it.
        try (PreparedStatement update = connection.prepareStatement("""
                update campaign_intake set wrapped_key = coalesce(wrapped_key, ?) where campaign = ?
                returning wrapped_key""")) {
            update.setBytes(1, candidate);
            update.setObject(2, campaign);
            return unwrapped(update, campaign).orElseThrow();
        }
    }

    public Optional<CampaignKey> find(Connection connection, UUID campaign) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("select wrapped_key from campaign_intake where campaign = ?")) {
            select.setObject(1, campaign);
            return unwrapped(select, campaign);
        }
    }

    private Optional<CampaignKey> unwrapped(PreparedStatement statement, UUID campaign) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)).map(wrapped -> unwrap(wrapped, campaign))
                    : Optional.empty();
        }
    }

    public CampaignKey unwrap(byte[] wrapped, UUID campaign) {
        return CampaignKey.unwrap(wrapped, master(), campaign);
    }

    private SecretKey master() {
        return master.orElseThrow();
    }
}
