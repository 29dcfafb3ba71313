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
                update invitation set spent = true where campaign = '%s' and token_hash = any(?) and not spent
                returning token_hash""")) {
            update.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            try (ResultSet row = update.executeQuery()) {
                List<String> spent = new ArrayList<>();
                while (row.next()) {
                    spent.add(row.getString(1));
                }
                return spent;
            }
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
