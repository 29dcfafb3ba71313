package vn.cchc.rest.input;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.HttpHeaders;

import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import vn.cchc.rest.problem.LanguageNegotiator;
import vn.cchc.rest.text.StorableText;

/** Makes Bean Validation use the language of the problem's texts, and the blank texts and lengths of {@link StorableText}. */
@ApplicationScoped
class ValidationSettings implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        ConstraintMapping constraints = configuration.createConstraintMapping();
        constraints.constraintDefinition(NotBlank.class).includeExistingValidators(false).validatedBy(NotBlankText.class);
        constraints.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(TextLength.class);
        configuration.addMapping(constraints).localeResolver(context -> requestLocale());
    }

    private static Locale requestLocale() {
        var request = CurrentRequestManager.get();
        return request == null ? LanguageNegotiator.VIETNAMESE
                : LanguageNegotiator.negotiate(
                        List.copyOf(request.getHttpHeaders().getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    public static class NotBlankText implements ConstraintValidator<NotBlank, CharSequence> {

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text != null && !StorableText.isBlank(text.toString());
        }
    }

    /** For {@link String} and not for {@link CharSequence}, so that it is more specific than the validator it replaces. */
    public static class TextLength implements ConstraintValidator<Size, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || StorableText.length(text) >= min && StorableText.length(text) <= max;
        }
    }
}
