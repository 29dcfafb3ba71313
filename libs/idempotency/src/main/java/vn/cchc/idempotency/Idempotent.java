package vn.cchc.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * An operation that knows a repeated call by its {@code Idempotency-Key}. It then runs in one transaction from end to end,
 * which
 * the transactions of its desks join. A refusal rolls that back and is not kept: the same key may be tried again.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Idempotent {

    enum Reply {
        /** It is kept, and the repeated call gets it. */
        KEPT,
        /** The response holds secrets, so it is not stored. A repeated call gets 409. */
        NOT_STORED
    }

    @Nonbinding
    Reply reply() default Reply.KEPT;
}
