package vn.cchc.rest.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of problems in one language. */
public record ProblemMessages(Locale locale) {

    public static final Locale VIETNAMESE = LanguageNegotiator.VIETNAMESE;

    // The default control would look up a missing text in the language of the machine.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** @param acceptLanguage the header's value; null if it is missing */
    public static ProblemMessages accepted(String acceptLanguage) {
        return accepted(acceptLanguage == null ? List.of() : List.of(acceptLanguage));
    }

    /** @param acceptLanguage every line of the header */
    public static ProblemMessages accepted(List<String> acceptLanguage) {
        return new ProblemMessages(LanguageNegotiator.negotiate(acceptLanguage));
    }

    public String title(ProblemType type) {
        return text(type, "title", List.of());
    }

    public String detail(ProblemType type, List<Object> args) {
        return text(type, "detail", args);
    }

    private String text(ProblemType type, String part, List<Object> args) {
        var texts = ResourceBundle.getBundle(type.getClass().getPackageName() + ".problems", locale,
                type.getClass().getClassLoader(), NO_FALLBACK);
        try {
            Object[] shown = args.stream().map(arg -> arg instanceof Enum<?> constant ? name(constant, texts) : arg).toArray();
            return new MessageFormat(texts.getString(type.code() + '.' + part), locale).format(shown);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("No text for " + type + ' ' + part + " in " + locale, e);
        }
    }

    /** The name of an enum constant, such as {@code ReportState.ACCEPTED}, in the caller's language. */
    private static String name(Enum<?> constant, ResourceBundle texts) {
        return texts.getString(constant.getDeclaringClass().getSimpleName() + '.' + constant.name());
    }
}
