package vn.cchc.idempotency;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.caller.Caller;

/** Runs outside of the transactions of the operation, but after the check of its roles. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class IdempotencyInterceptor {

    private final IdempotencyService service;
    private final Caller caller;
    private final RoutingContext request;

    IdempotencyInterceptor(IdempotencyService service, Caller caller, RoutingContext request) {
        this.service = service;
        this.caller = caller;
        this.request = request;
    }

    @AroundInvoke
    Object intercept(InvocationContext call) throws Exception {
        List<String> given = request.request().headers().getAll(IdempotencyKey.HEADER);
        if (given.isEmpty()) {
            return call.proceed();
        }
        Idempotent operation = call.getMethod().getAnnotation(Idempotent.class);
        var outcome = service.execute(IdempotencyKey.of(given, caller), RequestHash.of(request), operation.reply(),
                call::proceed);
        request.put(StoredResponseFilter.RESPONSE, outcome.response());
        return outcome.result();
    }
}
