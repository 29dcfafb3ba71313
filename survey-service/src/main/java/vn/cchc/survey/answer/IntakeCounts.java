package vn.cchc.survey.answer;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

/** How many invitations and answers a campaign has, counted as they come. */
@ApplicationScoped
class IntakeCounts {

    record Count(UUID campaign, long invitations, long answers) {
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

    /** The latest first. */
    List<Count> ofOpenCampaigns(int most) {
        return database.createNativeQuery(COUNTS + """
                join campaign on id = campaign where state = 'OPEN' order by opened_at desc, id limit :most""", Tuple.class)
                .setParameter("most", most).getResultStream().map(IntakeCounts::count).toList();
    }

    private static Count count(Tuple row) {
        return new Count(row.get("campaign", UUID.class), row.get("invitations", Long.class), row.get("answers", Long.class));
    }

    void addInvitations(UUID campaign, int count) {
        database.createNativeMutationQuery(
                "update campaign_intake set invitations = invitations + :count where campaign = :campaign")
                .setParameter("count", count).setParameter("campaign", campaign).executeUpdate();
    }
}
