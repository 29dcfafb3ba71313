package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** What the tables reveal to a superuser, who reads every page of them, dead row versions included. */
@QuarkusTest
class AnonymityTest {

    private static final int RESPONDENTS = 25;

    private static final String TRANSACTIONS_IN_ANY_PAGE = """
            select distinct transaction::text
            from pg_class relation
            cross join lateral generate_series(0, pg_relation_size(relation.oid) / 8192 - 1) as block
            cross join lateral heap_page_items(get_raw_page(relation.oid::regclass::text, block)) as item
            cross join lateral (values (item.t_xmin), (item.t_xmax)) as header (transaction)
            where relation.relkind in ('r', 't') and relation.relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace)
            and transaction is not null""";

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void afterTheClosingNoPageHoldsTheTransactionInWhichATokenWasSpent() throws SQLException {
        String id = answeredCampaign();
        List<String> intake = rows("select xmin::text from answer where campaign = '" + id + "'");
        assertThat(intake).hasSize(RESPONDENTS).containsExactlyInAnyOrderElementsOf(
                rows("select xmin::text from invitation where spent and campaign = '" + id + "'"));
        assertThat(transactionsInAnyPage()).containsAll(intake);

        transition(id, "closing").statusCode(200);

        assertThat(transactionsInAnyPage()).isNotEmpty().doesNotContainAnyElementsOf(intake);
    }

    @Test
    void afterTheClosingAllInvitationsAndAnswersHaveOneCommitTime() throws SQLException {
        String id = answeredCampaign();
        assertThat(rows("show track_commit_timestamp")).containsExactly("on");

        transition(id, "closing").statusCode(200);

        assertThat(rows("""
                select pg_xact_commit_timestamp(xmin)::text from invitation where campaign = '%1$s'
                union select pg_xact_commit_timestamp(xmin)::text from answer where campaign = '%1$s'""".formatted(id)))
                .hasSize(1);
        assertThat(rows("select count(*)::text from answer where campaign = '" + id + "'")).containsExactly("" + RESPONDENTS);
    }

    private static String answeredCampaign() {
        String id = openCampaign("EDUCATION", 2025);
        invite(id, RESPONDENTS).forEach(token -> answer(id, token, Map.of("OVERALL", 5)).statusCode(200));
        return id;
    }

    private List<String> transactionsInAnyPage() throws SQLException {
        try (Connection superuser = DriverManager.getConnection(url, "postgres", password)) {
            superuser.createStatement().execute("create extension if not exists pageinspect");
            return rows(superuser, TRANSACTIONS_IN_ANY_PAGE);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, query);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }
}
