package vn.cchc.rest.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Negotiates the language of a reply (RFC 9110, 12.5.4). Malformed elements of the header are ignored. */
public final class LanguageNegotiator {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** Of equal quality the first one is chosen. */
    private static final List<Locale> AVAILABLE = List.of(VIETNAMESE, Locale.ENGLISH);

    private static final Pattern ELEMENT = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*(?:;\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");

    private record Preference(String range, double quality, int position) {

        boolean covers(Locale locale) {
            return range.equals("*") || Locale.forLanguageTag(range).getLanguage().equals(locale.getLanguage());
        }
    }

    private LanguageNegotiator() {
    }

    /** @param acceptLanguage every {@code Accept-Language} line of the request; together they are one list */
    public static Locale negotiate(List<String> acceptLanguage) {
        List<Preference> preferences = parse(String.join(",", acceptLanguage));
        return AVAILABLE.stream().filter(locale -> quality(locale, preferences) > 0)
                .min(Comparator.comparingDouble((Locale locale) -> -quality(locale, preferences))
                        .thenComparingInt(locale -> preference(locale, preferences).map(Preference::position).orElse(0)))
                .orElse(VIETNAMESE);
    }

    private static double quality(Locale locale, List<Preference> preferences) {
        return preference(locale, preferences).map(Preference::quality).orElse(0.0);
    }

    /** A range that names the language is more specific than {@code *}. */
    private static Optional<Preference> preference(Locale locale, List<Preference> preferences) {
        return preferences.stream().filter(preference -> preference.covers(locale))
                .min(Comparator.comparing((Preference preference) -> preference.range().equals("*"))
                        .thenComparing(preference -> -preference.quality()));
    }

    private static List<Preference> parse(String header) {
        List<Preference> preferences = new ArrayList<>();
        for (String element : header.split(",")) {
            Matcher parsed = ELEMENT.matcher(element);
            if (parsed.matches()) {
                double quality = parsed.group(2) == null ? 1 : Double.parseDouble(parsed.group(2));
                preferences.add(new Preference(parsed.group(1), quality, preferences.size()));
            }
        }
        return preferences;
    }
}
