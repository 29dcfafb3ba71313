package vn.cchc.survey.answer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.CampaignState;

/**
 * The tables of one campaign that receive its answers. Its id is part of each statement, so that a plan names its partitions
 * only and no statement waits for another campaign.
 */
public class IntakeTables {

    /** @param group null if the invitation has none */
    record Token(String group, boolean spent) {
    }

    /**
     * @param state null if the campaign does not exist any more
     * @param tokens those that are known, by their hash
     */
    record Snapshot(CampaignState state, long version, Map<String, Token> tokens) {
    }

    private static final String READ = """
            select state, version, token_hash, group_code, spent from campaign
            left join invitation on campaign = '%1$s' and token_hash = any(?) where id = '%1$s'""";

    /** A campaign that is being closed is left out: its closing takes seconds. */
    private static final String OPEN = """
            select id from campaign join campaign_intake on campaign = '%1$s'
            where id = '%1$s' and state = 'OPEN' and version = ? for share of campaign skip locked""";

    /** By the stratum of the token, in the order of the codes: other transactions lock the same rows before all others. */
    private static final String COUNTED = """
            insert into stratum_intake (campaign, stratum, answered, invited_answers)
            select '%1$s', coalesce(group_code, ''), count(*), count(*) filter (where issued) from newly_spent group by 2 order by 2
            on conflict (campaign, stratum) do update set answered = stratum_intake.answered + excluded.answered,
              invited_answers = stratum_intake.invited_answers + excluded.invited_answers returning stratum
            """;

    private static final String ADMITTED = """
            on conflict (campaign, token_hash) do update set spent = true where not invitation.spent
            returning token_hash, group_code, issued
            """;

    private static final String STORE = storing("", "", """
            select '%1$s', hash, code, true, false from still_open, unnest(?::text[], ?::text[]) as given (hash, code)
            """, "");

    /** The rows of the links are locked before those of tokens. */
    private static final String STORE_FOR_LINKS = storing(OpenLinkLimits.LOCKED, "and (select count(*) from link) >= 0 ",
            OpenLinkLimits.WITHIN_LIMITS, OpenLinkLimits.COUNTED);

    private static final String ADMIT = """
            with newly_spent as (
              insert into invitation (campaign, token_hash, group_code, spent, issued)
              select '%1$s', hash, code, true, false from unnest(?::text[], ?::text[]) as given (hash, code)
            """ + ADMITTED + "), counted as (" + COUNTED + ") select token_hash from newly_spent";

    private final Connection connection;
    private final UUID campaign;

    public IntakeTables(Connection connection, UUID campaign) {
        this.connection = connection;
        this.campaign = campaign;
    }

    /** The ciphertexts begin with random bytes, so that their order is not that of the tokens. */
    private static String storing(String links, String afterThem, String admitted, String countedForLinks) {
        return "with still_open as materialized (" + OPEN + ")" + links + """
                , issued as (
                  update invitation set spent = true from still_open
                  where campaign = '%1$s' and token_hash = any(?) and not spent
                """ + afterThem + """
                  returning token_hash, group_code, issued
                ), admitted as (
                  insert into invitation (campaign, token_hash, group_code, spent, issued)
                """ + admitted + ADMITTED + ")" + countedForLinks + """
                , newly_spent as (
                  select * from issued union all select * from admitted
                ), counted as (""" + COUNTED + """
                ), intake as (
                  update campaign_intake set answers = answers + (select count(*) from newly_spent)
                  where campaign = '%1$s' and (select count(*) from counted) > 0 returning segment
                ), stored as (
                  insert into sealed_answer (campaign, segment, content)
                  select '%1$s', segment, content from intake, unnest(?::text[], ?::bytea[]) as given (token_hash, content)
                  where token_hash in (select token_hash from newly_spent) order by content)
                select token_hash from newly_spent""";
    }

    Snapshot read(Collection<String> hashes) throws SQLException {
        try (PreparedStatement select = prepare(READ)) {
            select.setArray(1, texts(hashes.stream()));
            try (ResultSet row = select.executeQuery()) {
                CampaignState state = null;
                long version = 0;
                Map<String, Token> tokens = new HashMap<>();
                while (row.next()) {
                    state = CampaignState.valueOf(row.getString(1));
                    version = row.getLong(2);
                    tokens.put(row.getString(3), new Token(row.getString(4), row.getBoolean(5)));
                }
                return new Snapshot(state, version, tokens);
            }
        }
    }

    /**
     * Spends the tokens and stores their answers, if the campaign is open and nobody closes it. Of the tokens of an open link
     * so many are spent as the link accepts answers.
     *
     * @param version that of the campaign by which the answers were validated
     * @param sealed by the hash of the token
     * @param admitted those of these tokens that were not issued
     * @return the tokens that were not spent before
     */
    Set<String> store(long version, Map<String, byte[]> sealed, Map<String, Admission> admitted, Instant now)
            throws SQLException {
        boolean forLinks = admitted.values().stream().anyMatch(admission -> admission.openLink() != null);
        try (PreparedStatement store = prepare(forLinks ? STORE_FOR_LINKS : STORE)) {
            // In one order in all replicas, which lock the rows of tokens.
            List<String> hashes = sealed.keySet().stream().sorted().toList();
            Array issued = texts(hashes.stream().filter(hash -> !admitted.containsKey(hash)));
            store.setLong(1, version);
            int next = 2;
            if (forLinks) {
                next = OpenLinkLimits.setMoment(store, next, now);
                next = setAdmitted(store, next, admitted);
                store.setArray(next++, uuids(admitted.values().stream().map(Admission::openLink)));
                store.setArray(next++, issued);
            } else {
                store.setArray(next++, issued);
                next = setAdmitted(store, next, new TreeMap<>(admitted));
            }
            store.setArray(next++, texts(hashes.stream()));
            store.setArray(next, connection.createArrayOf("bytea", hashes.stream().map(sealed::get).toArray(byte[][]::new)));
            return Set.copyOf(texts(store));
        }
    }

    /** Why open links accept no answer now; without those that accept one. */
    Map<UUID, SurveyProblem> refusals(Set<UUID> links, Instant now) throws SQLException {
        return links.isEmpty() ? Map.of() : OpenLinkLimits.refusals(connection, campaign, links, now);
    }

    /**
     * Keeps tokens as spent that were not issued. The caller stores their answers in the same transaction.
     *
     * @param tokens by their hash, in its order
     * @return those that were not spent before
     */
    public List<String> admit(Map<String, Admission> tokens) throws SQLException {
        try (PreparedStatement insert = prepare(ADMIT)) {
            setAdmitted(insert, 1, tokens);
            return texts(insert);
        }
    }

    /** @return the number of the next parameter */
    private int setAdmitted(PreparedStatement statement, int first, Map<String, Admission> tokens) throws SQLException {
        statement.setArray(first, texts(tokens.keySet().stream()));
        statement.setArray(first + 1, texts(tokens.values().stream().map(Admission::group)));
        return first + 2;
    }

    /** Stores the answers of tokens that are spent in the same transaction. */
    public void insert(List<byte[]> sealed) throws SQLException {
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

    /**
     * Issues invitations with tokens that may have been issued before.
     *
     * @param groups by hash of the token, in its order; null for none
     * @return those that are new
     */
    public List<String> issue(Map<String, String> groups) throws SQLException {
        try (PreparedStatement insert = prepare("""
                insert into invitation (campaign, token_hash, group_code)
                select '%s', hash, code from unnest(?::text[], ?::text[]) as given (hash, code)
                on conflict (campaign, token_hash) do nothing returning token_hash""")) {
            insert.setArray(1, texts(groups.keySet().stream()));
            insert.setArray(2, texts(groups.values().stream()));
            return texts(insert);
        }
    }

    /** Keeps the campaign open until the end of the transaction; false if it is not open, or being closed. */
    boolean keepOpen(long version) throws SQLException {
        try (PreparedStatement select = prepare(OPEN)) {
            select.setLong(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private Array texts(Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private Array uuids(Stream<UUID> uuids) throws SQLException {
        return connection.createArrayOf("uuid", uuids.toArray());
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

    private PreparedStatement prepare(String statement) throws SQLException {
        return connection.prepareStatement(statement.formatted(campaign));
    }
}
