package vn.cchc.survey.result;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables of one campaign by their own names. A query of a table of all campaigns would lock that until the end of its
 * transaction, and a closing could replace no table meanwhile.
 */
public final class CampaignTables {

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final UUID campaign;

    CampaignTables(Connection connection, UUID campaign) {
        this.connection = connection;
        this.campaign = campaign;
    }

    /** @param parent the table of all campaigns */
    public static String name(String parent, UUID campaign) {
        return parent + '_' + campaign.toString().replace("-", "");
    }

    private String name(String parent) {
        return name(parent, campaign);
    }

    long invitationsAndAnswers() throws SQLException {
        return query("select invitations + answers from " + name("campaign_intake"), row -> row.getLong(1));
    }

    Optional<byte[]> wrappedKey() throws SQLException {
        return query("select wrapped_key from " + name("campaign_intake"), row -> Optional.ofNullable(row.getBytes(1)));
    }

    /** @return the table that takes the answers in plain */
    String beginRewrite() throws SQLException {
        return query("select begin_answer_rewrite('%s')".formatted(campaign), row -> row.getString(1));
    }

    void completeRewrite() throws SQLException {
        query("select complete_answer_rewrite('%s')".formatted(campaign), row -> row);
    }

    List<Response> rewrittenResponses() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select stratum, invited, answered, invited_answers from new_"
                        + name("stratum_intake"))) {
            List<Response> responses = new ArrayList<>();
            while (row.next()) {
                responses.add(new Response(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)));
            }
            return responses;
        }
    }

    /**
     * Locks the tables of all campaigns until the end of the transaction, or none of them if somebody else uses one.
     * Others wait behind it for a quarter of a second at most.
     */
    boolean tryLock() throws SQLException {
        return query("select try_lock_answer_tables('%s')".formatted(campaign), row -> row.getBoolean(1));
    }

    void replace() throws SQLException {
        query("select replace_answer_tables('%s')".formatted(campaign), row -> row);
    }

    private <T> T query(String query, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return reading.read(row);
        }
    }
}
