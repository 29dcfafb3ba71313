package vn.cchc.targets.scoreboard;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Percent;

/** Says in words why a verdict is what it is. */
enum Explanation {
    VIETNAMESE("vi"),
    ENGLISH("en");

    private final Locale locale;
    private final ResourceBundle words;

    Explanation(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.words = ResourceBundle.getBundle(Explanation.class.getPackageName() + ".explanations", locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String of(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        sentences.add(say("figure." + figureKey(assessment), figureArguments(assessment)));
        sentences.add(say("milestone." + milestoneKey(assessment), milestoneArguments(assessment)));
        sentences.add(say("verdict." + assessment.verdict()));
        assessment.flags().forEach(flag -> sentences.add(say("flag." + flag)));
        return String.join(" ", sentences);
    }

    private static String figureKey(Assessment assessment) {
        if (assessment.figure() == null) {
            return "none";
        }
        return assessment.figure().rating() != null ? assessment.figure().rating().name() : "counted";
    }

    private static Object[] figureArguments(Assessment assessment) {
        var year = String.valueOf(assessment.year().year());
        if (assessment.figure() == null || assessment.figure().ratio() == null) {
            return new Object[] { year };
        }
        var ratio = assessment.figure().ratio();
        return new Object[] { year, ratio.numerator().toString(), ratio.denominator().toString(),
                ratio.hasCases() ? ratio.percent().toPlainString() + " %" : "–",
                String.join(", ", assessment.figure().basis()) };
    }

    private static String milestoneKey(Assessment assessment) {
        if (assessment.milestone().isEmpty()) {
            return "none";
        }
        return assessment.milestone().get().percent() == null ? "rating" : assessment.indicator().direction().name();
    }

    private static Object[] milestoneArguments(Assessment assessment) {
        return assessment.milestone().map(Explanation::arguments).orElse(new Object[0]);
    }

    private static Object[] arguments(Milestone milestone) {
        var percent = milestone.percent() == null ? "" : Percent.plain(milestone.percent()).toPlainString();
        return new Object[] { percent, String.valueOf(milestone.year()) };
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }
}
