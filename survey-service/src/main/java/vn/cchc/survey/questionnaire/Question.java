package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "One question")
public record Question(@Schema(description = "Code, unique in the questionnaire", examples = "ACCESS-1") String code,
        @Schema(description = "Code of its field; null for a question about the whole", examples = "ACCESS", nullable = true) String field,
        @Schema(description = "LEVEL (1 to 5, or 0 for \"don't know / not used\") counts in the index; PERCENT (0 to 100) asks how far expectations were met and does not", defaultValue = "LEVEL") Scale scale,
        @Schema(examples = "Nơi tiếp nhận dễ tìm, dễ đi lại") String text,
        @Schema(examples = "The place of reception is easy to find and to reach") String textEn) {

    /** The question about everything at once, which every questionnaire has. */
    public static final String OVERALL = "OVERALL";

    public Question {
        scale = scale == null ? Scale.LEVEL : scale;
    }

    boolean isOverall() {
        return OVERALL.equals(code);
    }
}
