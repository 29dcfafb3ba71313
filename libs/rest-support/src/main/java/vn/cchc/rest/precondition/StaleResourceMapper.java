package vn.cchc.rest.precondition;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import vn.cchc.rest.precondition.StaleResourceException.Members;

@Provider
class StaleResourceMapper extends ExceptionMapperBase<StaleResourceException> {

    private final ObjectMapper json;

    StaleResourceMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected HttpProblem toProblem(StaleResourceException refusal) {
        Members members = refusal.members(json);
        return HttpProblem.builder().withStatus(refusal.type().status()).withHeader(HttpHeaders.ETAG, members.etag())
                .with("etag", members.etag()).with("changes", members.changes()).build();
    }
}
