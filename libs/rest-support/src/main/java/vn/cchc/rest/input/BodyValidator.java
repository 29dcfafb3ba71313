package vn.cchc.rest.input;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import vn.cchc.rest.problem.ConstraintViolations;

/**
 * Validates the body of an operation whose rules need stored data. The operation's parameter then has no
 * {@code @Valid}, so that one problem names the violations of constraints and of rules together.
 */
@ApplicationScoped
public class BodyValidator {

    private final Validator validator;

    BodyValidator(Validator validator) {
        this.validator = validator;
    }

    /** The violations of the constraints; the rules are added by the caller. */
    public BodyViolations constraints(Object body) {
        return new BodyViolations(ConstraintViolations.inBody(validator.validate(body)));
    }
}
