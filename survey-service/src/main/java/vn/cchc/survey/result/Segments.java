package vn.cchc.survey.result;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The segments into which the answers of an open campaign are divided, by the time of their transactions. */
class Segments {

    /** A segment has at least so many times k answers, so that a question which a quarter answers has k in most of them. */
    static final int MINIMUMS = 4;

    /** @param last included */
    record Range(int first, int last) {

        /** The segment that has ended after these. */
        Range waiting() {
            return new Range(last + 1, last + 1);
        }
    }

    private final Connection connection;
    private final UUID campaign;

    Segments(Connection connection, UUID campaign) {
        this.connection = connection;
        this.campaign = campaign;
    }

    /** @param suppressBelow figures of fewer respondents are suppressed (k) */
    static int minAnswers(int suppressBelow) {
        return MINIMUMS * suppressBelow;
    }

    /** Ends the current segment if it has enough answers. This waits for the transactions in it. */
    void end(int suppressBelow) throws SQLException {
        // The campaign is named, so that the plan has only its partition.
        try (PreparedStatement update = connection.prepareStatement("""
                update campaign_intake set segment = segment + 1, segment_began = answers
                where campaign = '%s' and answers - segment_began >= ?""".formatted(campaign))) {
            update.setInt(1, minAnswers(suppressBelow));
            update.executeUpdate();
        }
    }

    /** The segments that can be counted. The one after them has ended and stays, so that the closing counts that many. */
    Optional<Range> countable() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select counted + 1, segment - 2 from campaign_intake where campaign = '%1$s' and counted < segment - 2"""
                .formatted(campaign)); ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Range(row.getInt(1), row.getInt(2))) : Optional.empty();
        }
    }

    /** After the counts: it locks the row for which new answers wait. */
    void markCounted(Range range) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update campaign_intake set counted = ? where campaign = '%s' and counted = ? - 1""".formatted(campaign))) {
            update.setInt(1, range.last());
            update.setInt(2, range.first());
            if (update.executeUpdate() != 1) {
                throw new SQLException("the segments have been counted meanwhile");
            }
        }
    }
}
