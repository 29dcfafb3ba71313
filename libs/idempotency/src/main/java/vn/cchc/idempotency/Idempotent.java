package vn.cchc.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * An operation that accepts an {@code Idempotency-Key}. With a key it runs in one transaction, which the transactions of
 * its use cases join. A refusal rolls back and is not stored: a further call with the same key is executed.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE })
public @interface Idempotent {

    enum Reply {
        /** The response is stored, and a repeated call returns it. */
        STORED,
        /** The response contains secrets, so it is not stored. A repeated call returns 409. */
        NOT_STORED
    }

    @Nonbinding
    Reply reply() default Reply.STORED;
}
