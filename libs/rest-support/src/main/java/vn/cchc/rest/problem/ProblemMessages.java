package vn.cchc.rest.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of a problem in the caller's language: Vietnamese unless English is asked for. */
public record ProblemMessages(Locale locale) {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    // Without it a missing text would be looked up in the machine's own language.
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The first language of an {@code Accept-Language} header that we speak. */
    public static ProblemMessages accepted(String acceptLanguage) {
        if (acceptLanguage == null) {
            return new ProblemMessages(VIETNAMESE);
        }
        try {
            var spoken = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(VIETNAMESE, Locale.ENGLISH));
            return new ProblemMessages(spoken == null ? VIETNAMESE : spoken);
        } catch (IllegalArgumentException malformed) {
            return new ProblemMessages(VIETNAMESE);
        }
    }

    public String title(ProblemType type) {
        return text(type, "title", List.of());
    }

    public String detail(ProblemType type, List<Object> args) {
        return text(type, "detail", args);
    }

    private String text(ProblemType type, String part, List<Object> args) {
        var words = ResourceBundle.getBundle(type.getClass().getPackageName() + ".problems", locale,
                type.getClass().getClassLoader(), NO_FALLBACK);
        try {
            Object[] shown = args.stream().map(arg -> arg instanceof Enum<?> constant ? name(constant, words) : arg).toArray();
            return new MessageFormat(words.getString(type.code() + '.' + part), locale).format(shown);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("No wording for " + type + ' ' + part + " in " + locale, e);
        }
    }

    /** The name of an enum constant, such as {@code ReportState.ACCEPTED}, in the caller's language. */
    private static String name(Enum<?> constant, ResourceBundle words) {
        return words.getString(constant.getDeclaringClass().getSimpleName() + '.' + constant.name());
    }
}
