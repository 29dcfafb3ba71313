package vn.cchc.rest.precondition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that changes a resource on the version in {@code If-Match}, and replies with the changed resource. Its use case
 * compares the {@link ExpectedVersion} once the resource is locked.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresIfMatch {
}
