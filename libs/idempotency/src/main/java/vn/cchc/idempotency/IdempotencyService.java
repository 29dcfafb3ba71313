package vn.cchc.idempotency;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.idempotency.Idempotent.Reply;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Executes a call once: its effect, its key and its response commit together or not at all. */
@ApplicationScoped
class IdempotencyService {

    private final IdempotencyRecords records;
    private final ObjectMapper json;

    IdempotencyService(IdempotencyRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    @Transactional(rollbackOn = Exception.class)
    Outcome execute(IdempotencyKey key, RequestHash request, Reply reply, Callable<Object> work) throws Exception {
        if (!records.reserve(key, request)) {
            return new Outcome(null, replay(key, request, reply));
        }
        Object result = work.call();
        StoredResponse response = StoredResponse.first(result, json);
        records.store(key, reply == Reply.NOT_STORED ? response.withoutBody() : response);
        return new Outcome(result, response);
    }

    private StoredResponse replay(IdempotencyKey key, RequestHash request, Reply reply) {
        // The record may just have been pruned; the next attempt is then the first.
        IdempotencyRecord stored = records.find(key).orElseThrow(() -> new ProblemException(CommonProblem.UNAVAILABLE));
        if (!stored.isOf(request)) {
            throw new ProblemException(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        }
        if (reply == Reply.NOT_STORED) {
            throw new ProblemException(IdempotencyProblem.ALREADY_ISSUED);
        }
        return stored.response();
    }

    /** @param result of the operation; null if it was not called */
    record Outcome(Object result, StoredResponse response) {
    }
}
