package vn.cchc.rest.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

/** Replaces the mappers of the problem library, which read the challenge through an API that this Quarkus no longer has. */
class UnauthorizedMapper {

    private static final HttpProblem CHALLENGE = HttpProblem.builder().withStatus(Status.UNAUTHORIZED)
            .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();

    @Provider
    @Priority(1)
    static class NoToken extends ExceptionMapperBase<UnauthorizedException> {

        @Override
        protected HttpProblem toProblem(UnauthorizedException refused) {
            return CHALLENGE;
        }
    }

    @Provider
    @Priority(1)
    static class BadToken extends ExceptionMapperBase<AuthenticationFailedException> {

        @Override
        protected HttpProblem toProblem(AuthenticationFailedException refused) {
            return CHALLENGE;
        }
    }
}
