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

        String campaign = Survey.closedCampaign("DS-1", 2040);
        insert("insert into free_text select '%s', gen_random_uuid(), 'DS', 'ds' from generate_series(1, 40)"
                .formatted(campaign));
        insert("""
                insert into open_link (id, campaign, token_hash, valid_until, max_answers, max_per_hour, created_at, answers,
                  hour_answers, version)
                select uuidv7(), '%s', 'ds-' || n, now(), 1, 1, now(), 0, 0, 0 from generate_series(1, 40) n"""
                .formatted(campaign));

        new ListStatements(service, StatementCount::of).assertConstant(Map.of("/api/v1/audit", "/api/v1/audit?service=survey",
                "/api/v1/dead-letters", "/api/v1/dead-letters?service=survey", "/api/v1/campaigns/{id}/texts",
                "/api/v1/campaigns/" + campaign + "/texts", "/api/v1/campaigns/{id}/open-links",
                "/api/v1/campaigns/" + campaign + "/open-links"));
    }

    private void insert(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }
}
