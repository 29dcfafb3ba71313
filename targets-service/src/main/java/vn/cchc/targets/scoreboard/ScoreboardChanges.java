package vn.cchc.targets.scoreboard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.PersistenceFailure;
import vn.cchc.rest.PeriodicTasks;

/** The table {@code scoreboard_change}: which transactions have changed what the scoreboard reads. */
@ApplicationScoped
class ScoreboardChanges {

    /** Enough for a transaction that goes on for minutes: no state is older than the oldest transaction that it misses. */
    private static final int KEPT = 10_000;
    private static final Duration PRUNING_INTERVAL = Duration.ofMinutes(1);

    private static final String CURRENT = "select pg_postmaster_start_time()::text as server, pg_current_snapshot()::text as snapshot";
    // Transactions that are not listed any more count as changes: the snapshot is then older than all that are listed. The ends of
    // the list are looked at first, by its index: for the condition alone the planner reads all of it.
    private static final String COMPARE = CURRENT
            + """
                    , pg_postmaster_start_time()::text <> ?
                      or coalesce((select transaction from scoreboard_change order by transaction limit 1)
                        >= pg_snapshot_xmin(known), true)
                      or case when (select transaction from scoreboard_change order by transaction desc limit 1)
                          < pg_snapshot_xmin(known) then false
                        else exists (
                          select from scoreboard_change
                          where transaction >= pg_snapshot_xmin(known) and not pg_visible_in_snapshot(transaction, known)) end as changed
                    from (select cast(? as pg_snapshot)) as given (known)""";
    // Transactions of the future come from another server, with a restored dump.
    private static final String PRUNE = """
            delete from scoreboard_change
            where transaction < (select transaction from scoreboard_change order by transaction desc offset ? limit 1)
              or transaction >= pg_snapshot_xmax(pg_current_snapshot())""";

    private final DataSource database;

    ScoreboardChanges(DataSource database) {
        this.database = database;
    }

    /**
     * The state of the database that a statement sees.
     *
     * @param server start of the server: after a failover or a restore, the numbers of transactions have another meaning
     * @param snapshot the snapshot as PostgreSQL writes it
     */
    record DatabaseState(String server, String snapshot) {

        private static DatabaseState of(ResultSet row) throws SQLException {
            return new DatabaseState(row.getString("server"), row.getString("snapshot"));
        }
    }

    /** @param changed whether the scoreboard can differ between the two states */
    record Comparison(DatabaseState current, boolean changed) {
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PRUNING_INTERVAL, "Old scoreboard changes cannot be deleted", () -> prune(KEPT));
    }

    DatabaseState current() {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(CURRENT)) {
            row.next();
            return DatabaseState.of(row);
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    Comparison compare(DatabaseState known) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COMPARE)) {
            select.setString(1, known.server());
            select.setString(2, known.snapshot());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Comparison(DatabaseState.of(row), row.getBoolean("changed"));
            }
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }

    /** @param kept number of the latest transactions that stay */
    void prune(int kept) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(PRUNE)) {
            delete.setInt(1, kept - 1);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceFailure(e);
        }
    }
}
