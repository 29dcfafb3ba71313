package vn.cchc.reporting;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.testing.ListStatements;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ListStatementsTest {

    @TestHTTPResource
    URI service;
    @Inject
    ReportFixture reports;
    @Inject
    ListFixture lists;

    @BeforeEach
    void rows() {
        lists.create();
    }

    @AfterEach
    void removeThem() {
        lists.delete();
    }

    @Test
    void aPageOfEveryListCostsTheSameNumberOfStatementsWhateverItsSize() throws IOException, InterruptedException {
        for (String period : List.of("2067Q1", "2067H1", "2067Q3", "2067", "2068Q1")) {
            reports.draft(period);
        }
        String report = "/api/v1/reports/" + lists.report();
        String consolidated = "/api/v1/consolidated-reports/" + lists.consolidatedReport();
        String figureImport = "/api/v1/imports/" + lists.figureImport();

        new ListStatements(service, StatementCount::of).assertConstant(Map.ofEntries(
                Map.entry("/api/v1/audit", "/api/v1/audit?service=reporting"),
                Map.entry("/api/v1/dead-letters", "/api/v1/dead-letters?service=reporting"),
                Map.entry("/api/v1/reminders", "/api/v1/reminders?unit=DS-1"),
                Map.entry("/api/v1/timeliness", "/api/v1/timeliness?regime=DS-1&year=2024"),
                Map.entry("/api/v1/units/{code}/changes", "/api/v1/units/DS-1/changes"),
                Map.entry("/api/v1/reports/{id}/history", report + "/history"),
                Map.entry("/api/v1/reports/{id}/versions", report + "/versions"),
                Map.entry("/api/v1/reports/{id}/rounds", report + "/rounds"),
                Map.entry("/api/v1/reports/{id}/questions", report + "/questions"),
                Map.entry("/api/v1/imports/{id}", figureImport),
                Map.entry("/api/v1/imports/{id}/findings", figureImport + "/findings"),
                Map.entry("/api/v1/consolidated-reports/{id}/units", consolidated + "/units"),
                Map.entry("/api/v1/consolidated-reports/{id}/texts", consolidated + "/texts?section=RESULTS"),
                Map.entry("/api/v1/consolidated-reports/{id}/proposals", consolidated + "/proposals"),
                Map.entry("/api/v1/consolidated-reports/{id}/sources", consolidated + "/sources")));
    }
}
