package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.ConcurrentTasks;

/** Repeated requests: creating, inviting, answering. */
@QuarkusTest
class IdempotencyTest {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final String key = UUID.randomUUID().toString();

    @Inject
    EntityManager database;

    @Test
    void concurrentEqualRequestsCreateOneCampaign() {
        Map<String, Object> request = Map.of("questionnaire", "EDUCATION", "year", 2028, "title", "Đợt khảo sát " + key);

        List<CompletableFuture<Response>> calls = Stream
                .generate(() -> ConcurrentTasks.supply(() -> keyed().body(request).post("/campaigns"))).limit(6).toList();
        List<Response> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Response::statusCode).containsOnly(201);
        assertThat(replies).extracting(Response::asString).containsOnly(replies.get(0).asString());
        assertThat(replies).extracting(reply -> reply.header("Location")).containsOnly(replies.get(0).header("Location"));
        assertThat(replies).filteredOn(reply -> reply.header(REPLAYED) == null).hasSize(1);
        assertThat(number("select count(*) from campaign where title = 'Đợt khảo sát " + key + "'")).isEqualTo(1);
    }

    @Test
    void aRepeatedStatusChangeWithOneKeyIsAppliedOnce() {
        String id = openCampaign("EDUCATION", 2028);

        Response first = keyed().post("/campaigns/{id}/closing", id);
        Response second = keyed().post("/campaigns/{id}/closing", id);

        first.then().statusCode(200).header(REPLAYED, nullValue()).body("state", equalTo("CLOSED"));
        second.then().statusCode(200).header(REPLAYED, "true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void tokensAreReturnedOnceAndNotStored() {
        String id = openCampaign("EDUCATION", 2028);
        keyed().body(Map.of("count", 3)).post("/campaigns/{id}/invitations", id).then().statusCode(201).body("tokens",
                hasSize(3));

        keyed().body(Map.of("count", 3)).post("/campaigns/{id}/invitations", id).then().statusCode(409)
                .contentType("application/problem+json").body("code", equalTo("already-issued"));
        keyed().body(Map.of("count", 4)).post("/campaigns/{id}/invitations", id).then().statusCode(422).body("code",
                equalTo("idempotency-key-reused"));

        assertThat(number("select count(*) from invitation where campaign = '" + id + "'")).isEqualTo(3);
        assertThat(number("select count(*) from idempotency_record where key = '" + key + "' and body is null")).isEqualTo(1);
    }

    @Test
    void anAnswerLeavesNoIdempotencyRecord() {
        String id = openCampaign("EDUCATION", 2028);
        String token = invite(id, 1).get(0);

        for (int level : List.of(5, 1)) {
            anonymous().header("Idempotency-Key", key).body(Map.of("token", token, "answers", Map.of("OVERALL", level)))
                    .post("/campaigns/{id}/answers", id).then().statusCode(200).header(REPLAYED, nullValue());
        }

        assertThat(number("select count(*) from idempotency_record where key = '" + key + "'")).isZero();
    }

    private RequestSpecification keyed() {
        return as("surveyor").header("Idempotency-Key", key);
    }

    private long number(String query) {
        return ((Number) database.createNativeQuery(query).getSingleResult()).longValue();
    }
}
