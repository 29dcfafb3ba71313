package vn.cchc.survey.questionnaire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Level of satisfaction. {@link #NOT_USED} is excluded from numerator and denominator of the index. */
public enum SatisfactionLevel {
    NOT_USED("không biết / không sử dụng", "don't know / not used"),
    VERY_DISSATISFIED("rất không hài lòng", "very dissatisfied"),
    DISSATISFIED("không hài lòng", "dissatisfied"),
    NEUTRAL("bình thường", "neutral"),
    SATISFIED("hài lòng", "satisfied"),
    VERY_SATISFIED("rất hài lòng", "very satisfied");

    /** Lowest value that expresses a judgement. */
    public static final int LOWEST = VERY_DISSATISFIED.ordinal();
    /** Lowest value that counts as satisfied. */
    public static final int SATISFIED_FROM = SATISFIED.ordinal();
    public static final int HIGHEST = VERY_SATISFIED.ordinal();

    private final String label;
    private final String labelEn;

    SatisfactionLevel(String label, String labelEn) {
        this.label = label;
        this.labelEn = labelEn;
    }

    @Schema(name = "SatisfactionLevel", description = "Level of satisfaction")
    public record View(
            @Schema(description = "Value in an answer: 1 to 5, or 0 for \"don't know / not used\"", examples = "4") int value,
            @Schema(examples = "hài lòng") String label, @Schema(examples = "satisfied") String labelEn) {
    }

    static List<View> views() {
        return Arrays.stream(values()).map(SatisfactionLevel::view).toList();
    }

    /** In the order of a form: from very satisfied to very dissatisfied, then the one that is no judgement. */
    public static List<View> bestFirst() {
        return Stream.concat(Arrays.stream(values()).filter(level -> level != NOT_USED).sorted(Comparator.reverseOrder()),
                Stream.of(NOT_USED)).map(SatisfactionLevel::view).toList();
    }

    private View view() {
        return new View(ordinal(), label, labelEn);
    }
}
