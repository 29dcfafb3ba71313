package vn.cchc.survey.progress;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** How many invitations and answers a campaign has, counted as they come. */
@ApplicationScoped
public class IntakeCounts {

    record Count(UUID campaign, long invitations, long answers) {
    }

    /** @param invitedAnswered those who were invited, of those who answered */
    record StratumCount(long invited, long answered, long invitedAnswered) {

        static final StratumCount NONE = new StratumCount(0, 0, 0);
    }

    private static final String COUNTS = "select campaign, invitations, answers from campaign_intake ";

    private final Session database;

    IntakeCounts(Session database) {
        this.database = database;
    }

    Count of(UUID campaign) {
        return count(database.createNativeQuery(COUNTS + "where campaign = :campaign", Tuple.class)
                .setParameter("campaign", campaign).getSingleResult());
    }

    /** By the code of the stratum, the empty one for invitations without a stratum. */
    Map<String, StratumCount> byStratum(UUID campaign) {
        return database.createNativeQuery(
                "select stratum, invited, answered, invited_answers from stratum_intake where campaign = :campaign",
                Tuple.class).setParameter("campaign", campaign).getResultStream()
                .collect(toMap(row -> row.get(0, String.class),
                        row -> new StratumCount(row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class))));
    }

    /** The latest first. */
    List<Count> ofOpenCampaigns(int most) {
        return database.createNativeQuery(COUNTS + """
                join campaign on id = campaign where state = 'OPEN' order by opened_at desc, id limit :most""", Tuple.class)
                .setParameter("most", most).getResultStream().map(IntakeCounts::count).toList();
    }

    private static Count count(Tuple row) {
        return new Count(row.get("campaign", UUID.class), row.get("invitations", Long.class), row.get("answers", Long.class));
    }

    /** @param stratum null if the invitations have none */
    public void addInvitations(UUID campaign, String stratum, int count) {
        addInvitations(campaign, new TreeMap<>(Map.of(stratum == null ? "" : stratum, count)));
    }

    /**
     * The strata first, in the order of their codes, as the transactions of answers lock them.
     *
     * @param byStratum the empty code for invitations without a stratum
     */
    public void addInvitations(UUID campaign, SortedMap<String, Integer> byStratum) {
        byStratum.forEach((stratum, count) -> database.createNativeMutationQuery("""
                insert into stratum_intake (campaign, stratum, invited) values (:campaign, :stratum, :count)
                on conflict (campaign, stratum) do update set invited = stratum_intake.invited + excluded.invited""")
                .setParameter("campaign", campaign).setParameter("stratum", stratum).setParameter("count", count)
                .executeUpdate());
        int count = byStratum.values().stream().mapToInt(Integer::intValue).sum();
        database.createNativeMutationQuery(
                "update campaign_intake set invitations = invitations + :count where campaign = :campaign")
                .setParameter("count", count).setParameter("campaign", campaign).executeUpdate();
    }
}
