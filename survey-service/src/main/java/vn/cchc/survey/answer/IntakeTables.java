package vn.cchc.survey.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tables of one campaign that receive its answers. Its id is part of each statement, so that a plan names its partitions
 * only
 * and no statement waits for another campaign.
 */
class IntakeTables {

    record Token(String group, boolean spent) {
    }

    /** By the stratum of the token, in the order of the codes: other replicas lock the same rows. */
    private static final String COUNTED = """
            , counted as (
              insert into stratum_intake (campaign, stratum, answered, invited_answers)
              select '%1$s', coalesce(group_code, ''), count(*), count(*) filter (where issued) from newly_spent group by 2 order by 2
              on conflict (campaign, stratum) do update set answered = stratum_intake.answered + excluded.answered,
                invited_answers = stratum_intake.invited_answers + excluded.invited_answers)
            select token_hash from newly_spent""";

    private final Connection connection;
    private final UUID campaign;

    IntakeTables(Connection connection, UUID campaign) {
        this.connection = connection;
        this.campaign = campaign;
    }

    /** The tokens that are known, by their hash. */
    Map<String, Token> tokens(List<String> hashes) throws SQLException {
        try (PreparedStatement select = prepare(
                "select token_hash, group_code, spent from invitation where campaign = '%s' and token_hash = any(?)")) {
            select.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<String, Token> tokens = new HashMap<>();
                while (row.next()) {
                    tokens.put(row.getString(1), new Token(row.getString(2), row.getBoolean(3)));
                }
                return tokens;
            }
        }
    }

    /** @return the tokens that were not spent before */
    List<String> spend(List<String> hashes) throws SQLException {
        try (PreparedStatement update = prepare("""
                with newly_spent as (
                  update invitation set spent = true where campaign = '%1$s' and token_hash = any(?) and not spent
                  returning token_hash, group_code, issued
                )""" + COUNTED)) {
            update.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            return texts(update);
        }
    }

    /**
     * Keeps tokens as spent that were not issued.
     *
     * @param tokens by their hash, in its order
     * @return those that were not spent before
     */
    List<String> admit(Map<String, Admission> tokens) throws SQLException {
        try (PreparedStatement insert = prepare("""
                with newly_spent as (
                  insert into invitation (campaign, token_hash, group_code, spent, issued)
                  select '%1$s', hash, code, true, false from unnest(?::text[], ?::text[]) as given (hash, code)
                  on conflict (campaign, token_hash) do update set spent = true where not invitation.spent
                  returning token_hash, group_code, issued
                )""" + COUNTED)) {
            insert.setArray(1, connection.createArrayOf("text", tokens.keySet().toArray()));
            insert.setArray(2, connection.createArrayOf("text", tokens.values().stream().map(Admission::group).toArray()));
            return texts(insert);
        }
    }

    /**
     * Issues invitations with tokens that may have been issued before.
     *
     * @param groups by hash of the token, in its order; null for none
     * @return those that are new
     */
    List<String> issue(Map<String, String> groups) throws SQLException {
        try (PreparedStatement insert = prepare("""
                insert into invitation (campaign, token_hash, group_code)
                select '%s', hash, code from unnest(?::text[], ?::text[]) as given (hash, code)
                on conflict (campaign, token_hash) do nothing returning token_hash""")) {
            insert.setArray(1, connection.createArrayOf("text", groups.keySet().toArray()));
            insert.setArray(2, connection.createArrayOf("text", groups.values().toArray()));
            return texts(insert);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    void insert(List<byte[]> sealed) throws SQLException {
        try (PreparedStatement insert = prepare("""
                with intake as (
                  update campaign_intake set answers = answers + ? where campaign = '%1$s' returning segment)
                insert into sealed_answer (campaign, segment, content)
                select '%1$s', segment, content from intake, unnest(?::bytea[]) as content""")) {
            insert.setInt(1, sealed.size());
            insert.setArray(2, connection.createArrayOf("bytea", sealed.toArray(byte[][]::new)));
            if (insert.executeUpdate() != sealed.size()) {
                throw new SQLException("the campaign has no row of its intake");
            }
        }
    }

    private PreparedStatement prepare(String statement) throws SQLException {
        return connection.prepareStatement(statement.formatted(campaign));
    }
}
