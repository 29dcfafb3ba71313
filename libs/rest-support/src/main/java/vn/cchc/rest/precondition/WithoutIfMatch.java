package vn.cchc.rest.precondition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An unsafe operation that requires no {@code If-Match}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WithoutIfMatch {

    /** Why no update can be lost. */
    String reason();
}
