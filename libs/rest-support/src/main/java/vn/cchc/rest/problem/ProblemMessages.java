package vn.cchc.rest.problem;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of problems in one language. */
public record ProblemMessages(Locale locale) {

    public static final Locale VIETNAMESE = LanguageNegotiator.VIETNAMESE;

    private static final DateTimeFormatter VIETNAMESE_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    // The default control would look up a missing text in the language of the machine.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

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

    /** @param part name of one of the type's further texts */
    public String text(ProblemType type, String part, List<Object> args) {
        var texts = ResourceBundle.getBundle(type.getClass().getPackageName() + ".problems", locale,
                type.getClass().getClassLoader(), NO_FALLBACK);
        try {
            Object[] shown = args.stream().map(arg -> localised(arg, texts)).toArray();
            return new MessageFormat(texts.getString(type.code() + '.' + part), locale).format(shown);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("No text for " + type + ' ' + part + " in " + locale, e);
        }
    }

    /** An enum constant by its name in the caller's language, a date in the form that is usual in this language. */
    private Object localised(Object arg, ResourceBundle texts) {
        if (arg instanceof Enum<?> constant) {
            return texts.getString(constant.getDeclaringClass().getSimpleName() + '.' + constant.name());
        }
        return arg instanceof LocalDate day && VIETNAMESE.equals(locale) ? VIETNAMESE_DATE.format(day) : arg;
    }
}
