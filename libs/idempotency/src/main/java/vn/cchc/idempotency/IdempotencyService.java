package vn.cchc.idempotency;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.idempotency.Idempotent.Reply;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** Makes a call once: its effect, its key and its reply commit together or not at all. */
@ApplicationScoped
class IdempotencyService {

    private final IdempotencyRecords records;
    private final ObjectMapper json;

    IdempotencyService(IdempotencyRecords records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    @Transactional(rollbackOn = Exception.class)
    Answer answer(IdempotencyKey key, RequestHash request, Reply kind, Callable<Object> work) throws Exception {
        if (!records.reserve(key, request)) {
            return new Answer(null, repeated(key, request, kind));
        }
        Object result = work.call();
        StoredResponse reply = StoredResponse.first(result, json);
        records.keep(key, kind == Reply.NOT_STORED ? reply.withoutBody() : reply);
        return new Answer(result, reply);
    }

    private StoredResponse repeated(IdempotencyKey key, RequestHash request, Reply kind) {
        // It may be pruned at this very moment; the next try is then a first one.
        IdempotencyRecord kept = records.find(key).orElseThrow(() -> new ProblemException(CommonProblem.UNAVAILABLE));
        if (!kept.isOf(request)) {
            throw new ProblemException(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        }
        if (kind == Reply.NOT_STORED) {
            throw new ProblemException(IdempotencyProblem.ALREADY_ISSUED);
        }
        return kept.reply();
    }

    /** @param result what the operation returned; null where it was not called */
    record Answer(Object result, StoredResponse reply) {
    }
}
