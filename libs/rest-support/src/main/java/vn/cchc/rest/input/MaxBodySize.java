package vn.cchc.rest.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The limit for the body of an operation, where the default of {@link BodyLimits} is too small or too large. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBodySize {

    /** A number of bytes with an optional unit, such as {@code 16K}. */
    String value();
}
