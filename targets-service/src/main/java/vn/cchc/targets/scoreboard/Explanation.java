package vn.cchc.targets.scoreboard;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

import vn.cchc.targets.indicator.ApplicableMilestone;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Percent;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.MeanReduction;
import vn.cchc.targets.scoreboard.Threshold.Source;

/** The grounds of a verdict, as a text. */
enum Explanation {
    VIETNAMESE("vi"),
    ENGLISH("en");

    private final Locale locale;
    private final ResourceBundle texts;

    Explanation(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.texts = ResourceBundle.getBundle(Explanation.class.getPackageName() + ".explanations", locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String of(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text("result." + resultKey(assessment), resultArguments(assessment)));
        sentences.addAll(methods(assessment));
        sentences.add(text("milestone." + milestoneKey(assessment), milestoneArguments(assessment)));
        if (assessment.threshold().filter(threshold -> threshold.source() == Source.SET_WITHOUT_ACTUAL).isPresent()) {
            sentences.add(text("milestone.noActual", String.valueOf(assessment.year().year() - 1)));
        }
        sentences.add(text("reason." + Grounds.of(assessment).reason()));
        assessment.flags().forEach(flag -> sentences.add(flagText(flag, assessment)));
        assessment.stillRequired().ifPresent(required -> sentences.add(text("required." + required.kind(),
                String.valueOf(required.number()), required.soFar().denominator().toString())));
        return String.join(" ", sentences);
    }

    /** Results of different methods are never compared, and whoever looks for them learns that. */
    private List<String> methods(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        int year = assessment.year().year();
        if (!assessment.annual().otherMethods().isEmpty()) {
            sentences.add(text("methods.other", String.valueOf(year), names(assessment.annual().otherMethods())));
        }
        if (assessment.hasOnlyOtherMethodsBefore()) {
            sentences.add(text("methods.before", String.valueOf(year - 1), names(assessment.before().otherMethods())));
        }
        return sentences;
    }

    private String names(List<String> methods) {
        return methods.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String method) {
        return texts.containsKey("method." + method) ? texts.getString("method." + method) : method;
    }

    private String flagText(Flag flag, Assessment assessment) {
        MeanReduction reduction = assessment.annual().reduction();
        if (flag == Flag.PROVISIONAL && reduction != null) {
            return text("flag.PROVISIONAL.reduction", String.valueOf(reduction.amounts().size()),
                    String.valueOf(reduction.years().years().count()), String.valueOf(reduction.years().comparedTo()));
        }
        if (flag == Flag.PROVISIONAL && assessment.annual().unitsMissing() == 0) {
            return text("flag.PROVISIONAL.open");
        }
        return text("flag." + flag, String.valueOf(assessment.annual().unitsMissing()));
    }

    private static String resultKey(Assessment assessment) {
        if (assessment.result() == null) {
            return "none";
        }
        if (assessment.result().rating() != null) {
            return assessment.result().rating().name();
        }
        if (assessment.annual().reduction() != null) {
            return "reduced";
        }
        if (assessment.result().method() == null) {
            return "counted";
        }
        return assessment.result().estimated() ? "estimated" : "surveyed";
    }

    private Object[] resultArguments(Assessment assessment) {
        var year = String.valueOf(assessment.year().year());
        if (assessment.result() == null || assessment.result().ratio() == null) {
            return new Object[] { year };
        }
        var ratio = assessment.result().ratio();
        return new Object[] { year, ratio.numerator().toString(), ratio.denominator().toString(),
                ratio.hasCases() ? ratio.percent().toPlainString() + " %" : "–",
                basis(assessment.result()) };
    }

    private String basis(IndicatorResult result) {
        return result.method() == null ? String.join(", ", result.basis()) : name(result.method());
    }

    private static String milestoneKey(Assessment assessment) {
        if (assessment.applicable() instanceof ApplicableMilestone.Expired expired) {
            return expired.reason().name();
        }
        return assessment.threshold().map(threshold -> threshold.source() == Source.LAST_ACTUAL ? "raised"
                : assessment.definition().direction().name()).orElse("rating");
    }

    private static Object[] milestoneArguments(Assessment assessment) {
        if (assessment.applicable() instanceof ApplicableMilestone.Expired expired) {
            return new Object[] { String.valueOf(assessment.indicator().plan().lastYear()),
                    String.valueOf(expired.last().year()) };
        }
        Milestone milestone = assessment.milestone().orElseThrow();
        Threshold threshold = assessment.threshold().orElse(null);
        if (threshold == null) {
            return new Object[] { "", String.valueOf(milestone.year()) };
        }
        if (threshold.source() != Source.LAST_ACTUAL) {
            return new Object[] { threshold.percent().toPlainString(), String.valueOf(milestone.year()) };
        }
        return new Object[] { threshold.percent().toPlainString(), String.valueOf(assessment.year().year()),
                threshold.actual().percent().toPlainString(), Percent.plain(threshold.rise().points()).toPlainString() };
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
