package vn.cchc.house.precondition;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import vn.cchc.house.precondition.ChangedMeanwhile.Members;

@Provider
class ChangedMeanwhileMapper extends ExceptionMapperBase<ChangedMeanwhile> {

    @Override
    protected HttpProblem toProblem(ChangedMeanwhile refusal) {
        Members members = refusal.members();
        return HttpProblem.builder().withStatus(refusal.type().status()).withHeader(HttpHeaders.ETAG, members.etag())
                .with("etag", members.etag()).with("changes", members.changes()).build();
    }
}
