package vn.cchc.survey;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.testing.ListStatements;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class ListStatementsTest {

    @TestHTTPResource
    URI service;
    @Inject
    EntityManager database;

    @Test
    void aPageOfEveryListCostsTheSameNumberOfStatementsWhateverItsSize() throws IOException, InterruptedException {
        insert("""
                insert into questionnaire (id, code, version, indicator, title, title_en, sources, topics, questions, groups)
                select uuidv7(), 'DS-' || n, 1, indicator, title, title_en, sources, topics, questions, groups
                from questionnaire, generate_series(1, 40) n where code = 'SIPAS' and version = 1""");
        insert("""
                insert into dead_letter (id, source_topic, source_partition, source_offset, headers, reason, received_at, state, lock)
                select uuidv7(), 'ds', 0, n, '{}', 'UNREADABLE', now(), 'DISMISSED', 0 from generate_series(1, 40) n""");
        IntStream.rangeClosed(1, 20).forEach(number -> Survey.draft("DS-" + number, 2040));

        new ListStatements(service, StatementCount::of).assertConstant(Map.of("/api/v1/audit", "/api/v1/audit?service=survey",
                "/api/v1/dead-letters", "/api/v1/dead-letters?service=survey"));
    }

    private void insert(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
