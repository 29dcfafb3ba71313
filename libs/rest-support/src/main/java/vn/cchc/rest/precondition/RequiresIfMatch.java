package vn.cchc.rest.precondition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that changes a resource only for who has seen it as it is: it needs {@code If-Match}, and replies with what the
 * resource is now. Its desk asks {@link Precondition} once nobody else can change the resource any more.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresIfMatch {
}
