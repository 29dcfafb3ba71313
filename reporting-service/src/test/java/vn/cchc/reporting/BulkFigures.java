package vn.cchc.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import vn.cchc.local.Tokens;

/** Accepted figures whose export is too large for the buffers between the service and its reader. */
@ApplicationScoped
class BulkFigures {

    static final int COUNT = 20_000;

    private static final String UNDER_WAY = """
            from pg_stat_activity where state <> 'idle' and query like '%jsonb_extract_path_text%' and pid <> pg_backend_pid()""";

    // By HTTP/2 and with large buffers it would take most of a file before anybody reads it.
    private static final HttpClient SLOW_READER;

    static {
        System.setProperty("jdk.httpclient.receiveBufferSize", "65536");
        SLOW_READER = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private final ReportFixture reports;
    private final int port;

    BulkFigures(ReportFixture reports, @ConfigProperty(name = "quarkus.http.test-port") int port) {
        this.reports = reports;
        this.port = port;
    }

    /** Once for all tests that read them. */
    void accept() {
        if (reports.selectLong("select count(*) from report where regime = 'BULK'") > 0) {
            return;
        }
        reports.publishIndicators();
        reports.sql(
                """
                        insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, accepted_at, seal, seal_format, lock, accepted_version)
                        select uuidv7(), 'BULK', 'B' || n, 'TCCB', 'ACCEPTED', 1, 'x', now(), now(), now(), 'x', 1, 0, 1 from generate_series(1, %d) n"""
                        .formatted(COUNT));
        reports.sql(
                """
                        insert into report_version (report, version, regime, period, unit, contributors, accepted_at, seal, seal_format)
                        select id, version, regime, period, unit, '{}', accepted_at, seal, seal_format from report where regime = 'BULK'""");
        // Texts that do not compress, so that no buffer on the way takes the whole file.
        reports.sql(
                """
                        insert into report_version_figure (report, version, indicator, rating, statement, entered_by, entered_at)
                        select id, 1, 'CT91', 'ACHIEVED', (select string_agg(md5(id::text || n), '') from generate_series(1, 60) n), 'x', now()
                        from report where regime = 'BULK'""");
    }

    void delete() {
        // As an array: with outdated statistics the planner joins the tables by nested loops, which takes minutes.
        for (String table : List.of("report_version_figure", "report_version")) {
            reports.sqlAsOwner(
                    "delete from " + table + " where report = any (array(select id from report where regime = 'BULK'))");
        }
        reports.sql("delete from report where regime = 'BULK'");
    }

    /** @param format csv or xlsx */
    HttpResponse<InputStream> export(String format) throws IOException, InterruptedException {
        var uri = URI.create("http://localhost:" + port + "/api/v1/exports/figures." + format + "?regime=BULK");
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Tokens.of("viewer")).build();
        return SLOW_READER.send(request, BodyHandlers.ofInputStream());
    }

    long exportsUnderWay() {
        return reports.selectLong("select count(*) " + UNDER_WAY);
    }

    /** In one statement: between two, a file that compresses well may come to its end. */
    long terminateExports() {
        return reports.selectLong("select count(*) from (select pg_terminate_backend(pid) %s) ended".formatted(UNDER_WAY));
    }
}
