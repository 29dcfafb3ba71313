package vn.cchc.rest.start;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A setting that is the address of another component: a scheme, a host and perhaps a port. */
@Constraint(validatedBy = WebAddress.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.TYPE_USE })
public @interface WebAddress {

    String message() default "must be an address such as http://targets-service:8081";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<WebAddress, URI> {

        @Override
        public boolean isValid(URI value, ConstraintValidatorContext context) {
            return value == null
                    || value.getHost() != null && ("http".equals(value.getScheme()) || "https".equals(value.getScheme()));
        }
    }
}
