package vn.cchc.targets.chart;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The Vietnamese texts of the pictures. */
final class Texts {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Texts.class.getPackageName() + ".texts", VIETNAMESE,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

    private Texts() {
    }

    static String text(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key), VIETNAMESE).format(arguments);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String number(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    static String percent(BigDecimal number) {
        return number(number) + " %";
    }

    /** Lines of at most so many characters; what does not fit on the last one is cut off. */
    static String lines(String text, int length, int lines) {
        List<String> wrapped = new ArrayList<>(List.of(""));
        for (String word : text.split(" ")) {
            String last = wrapped.get(wrapped.size() - 1);
            if (last.length() + word.length() < length) {
                wrapped.set(wrapped.size() - 1, (last + ' ' + word).strip());
            } else if (wrapped.size() == lines) {
                wrapped.set(lines - 1, last + " …");
                break;
            } else {
                wrapped.add(word);
            }
        }
        return String.join("\n", wrapped);
    }
}
