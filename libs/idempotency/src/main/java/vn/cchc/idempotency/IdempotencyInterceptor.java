package vn.cchc.idempotency;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.caller.Caller;

/** Around the operation and so around its transactions, but behind the check of its roles. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class IdempotencyInterceptor {

    private final IdempotencyService desk;
    private final Caller caller;
    private final RoutingContext request;

    IdempotencyInterceptor(IdempotencyService desk, Caller caller, RoutingContext request) {
        this.desk = desk;
        this.caller = caller;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        List<String> given = request.request().headers().getAll(IdempotencyKey.HEADER);
        if (given.isEmpty()) {
            return call.proceed();
        }
        Idempotent operation = call.getMethod().getAnnotation(Idempotent.class);
        var answer = desk.answer(IdempotencyKey.of(given, caller), RequestHash.of(request), operation.reply(), call::proceed);
        request.put(StoredResponseFilter.REPLY, answer.reply());
        return answer.result();
    }
}
