package vn.cchc.survey.answer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import vn.cchc.survey.SurveyProblem;

/**
 * The limits of open links. The transaction that stores answers also counts them for their links, so that a place of a link is
 * used by an answer or not at all. It changes a link once, whatever the number of answers, and writes no time but the hour: the
 * row of the link tells of a transaction how many of its answers came by the link, and nothing of a single one.
 */
final class OpenLinkLimits {

    /** Two parameters: the moment, and its hour. */
    private static final String MOMENT = "moment as (select ?::timestamptz as now, ?::timestamptz as this_hour)";

    /** A replica whose clock is late counts for the hour that another one has begun. */
    private static final String LIMITS = """
            select open_link.id, ended_at is not null or valid_until <= now as over, max_answers - answers as places, max_per_hour,
              case when hour >= this_hour then hour_answers else 0 end as hour_answers from open_link, moment
            """;

    /**
     * The links of the tokens that are given, locked. The parameters are those of the moment, and of all tokens the hashes, the
     * codes that they keep, and their links.
     */
    static final String LOCKED = ", " + MOMENT + """
            , given as materialized (
              select * from unnest(?::text[], ?::text[], ?::uuid[]) as given (hash, code, link)
            ), link as materialized (
            """ + LIMITS + """
              where campaign = '%1$s' and open_link.id in (select link from given) order by open_link.id for update of open_link
            )""";

    /** Of the tokens of each link so many as it accepts, in the order of their hashes, which is not that of their arrival. */
    static final String WITHIN_LIMITS = """
            select '%1$s', hash, code, true, false from (
              select given.*, row_number() over (partition by given.link order by hash collate "C") as place
              from still_open, given) as ranked
            left join link on link.id = ranked.link
            where ranked.link is null or not over and place <= least(places, max_per_hour - hour_answers)
            order by hash collate "C"
            """;

    /** Those that were not spent before. */
    static final String COUNTED = """
            , counted_for_links as (
              update open_link set answers = open_link.answers + added, hour_answers = link.hour_answers + added,
                hour = greatest(hour, this_hour), version = version + 1
              from moment, link, (select link, count(*) as added from given join admitted on token_hash = hash group by 1) as used
              where open_link.id = link.id and link.id = used.link
            )""";

    private static final String REFUSALS = "with " + MOMENT + """

            select id, case when over then 'OPEN_LINK_ENDED' when places <= 0 then 'OPEN_LINK_FULL' else 'OPEN_LINK_BUSY' end
            from (""" + LIMITS + """
            where campaign = ? and open_link.id = any(?)) as link where over or places <= 0 or hour_answers >= max_per_hour""";

    private OpenLinkLimits() {
    }

    /** @return the number of the next parameter */
    static int setMoment(PreparedStatement statement, int first, Instant now) throws SQLException {
        statement.setObject(first, now.atOffset(ZoneOffset.UTC));
        statement.setObject(first + 1, now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC));
        return first + 2;
    }

    /** Why links accept no answer now; without those that accept one. */
    static Map<UUID, SurveyProblem> refusals(Connection connection, UUID campaign, Set<UUID> links, Instant now)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REFUSALS)) {
            int next = setMoment(select, 1, now);
            select.setObject(next, campaign);
            select.setArray(next + 1, connection.createArrayOf("uuid", List.copyOf(links).toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, SurveyProblem> refusals = new HashMap<>();
                while (row.next()) {
                    refusals.put(row.getObject(1, UUID.class), SurveyProblem.valueOf(row.getString(2)));
                }
                return refusals;
            }
        }
    }
}
