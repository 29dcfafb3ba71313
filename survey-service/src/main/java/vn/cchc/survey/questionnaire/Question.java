package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

// Members that release 1.0.0 does not know are not written unless they are used: it reads the stored questions, too.
@Schema(description = "Question (câu hỏi)")
public record Question(@Schema(description = "Code, unique in the questionnaire", examples = "ACCESS-1") String code,
        @Schema(description = "Code of the topic; null for a question about the service as a whole", examples = "ACCESS", nullable = true) String topic,
        @Schema(description = "LEVEL (1 to 5, or 0 for \"don't know / not used\") counts in the index. PERCENT (0 to 100) measures how far expectations were met. YES_NO is 1 for yes and 0 for no. NUMBER is a whole number from `min` to `max`. TEXT is a text in the respondent's own words. These do not count in the index", defaultValue = "LEVEL") Scale scale,
        @Schema(examples = "Nơi tiếp nhận dễ tìm, dễ đi lại") String text,
        @Schema(examples = "The place of reception is easy to find and to reach") String textEn,
        @Schema(description = "Text in Khmer", nullable = true) @JsonInclude(Include.NON_NULL) String textKm,
        @Schema(description = "Code of the section of the form; null for none", examples = "ONLINE", nullable = true) @JsonInclude(Include.NON_NULL) String section,
        @Schema(description = "Whether an answer is obligatory, if the question is asked; false if missing", defaultValue = "false") @JsonInclude(Include.NON_DEFAULT) boolean obligatory,
        @Schema(description = "When the question is asked; null for always", nullable = true) @JsonInclude(Include.NON_NULL) Condition condition,
        @Schema(description = "Lowest number of the scale NUMBER, from 0; null for 0", examples = "0", nullable = true) @JsonInclude(Include.NON_NULL) Integer min,
        @Schema(description = "Highest number of the scale NUMBER, up to 1,000,000; null for 1,000,000", examples = "120", nullable = true) @JsonInclude(Include.NON_NULL) Integer max,
        @Schema(description = "Greatest length of a text of the scale TEXT, in UTF-16 code units, 1 to 500; null for 500", examples = "300", nullable = true) @JsonInclude(Include.NON_NULL) Integer maxLength) {

    /** Code of the question about the service as a whole; every questionnaire has it. */
    public static final String OVERALL = "OVERALL";
    static final int MAX_TEXT = 500;

    public Question {
        scale = scale == null ? Scale.LEVEL : scale;
    }

    /** A question that is always asked, and need not be answered. */
    public Question(String code, String topic, Scale scale, String text, String textEn) {
        this(code, topic, scale, text, textEn, null, null, false, null, null, null, null);
    }

    boolean asksOverall() {
        return OVERALL.equals(code);
    }

    public int lowest() {
        return min == null ? 0 : min;
    }

    public int highest() {
        return max == null ? scale.highest() : max;
    }

    public int longest() {
        return maxLength == null ? MAX_TEXT : maxLength;
    }
}
