package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Question (câu hỏi)")
public record Question(@Schema(description = "Code, unique in the questionnaire", examples = "ACCESS-1") String code,
        @Schema(description = "Code of the topic; null for a question about the service as a whole", examples = "ACCESS", nullable = true) String topic,
        @Schema(description = "LEVEL (1 to 5, or 0 for \"don't know / not used\") counts in the index; PERCENT (0 to 100) measures how far expectations were met and does not count", defaultValue = "LEVEL") Scale scale,
        @Schema(examples = "Nơi tiếp nhận dễ tìm, dễ đi lại") String text,
        @Schema(examples = "The place of reception is easy to find and to reach") String textEn) {

    /** Code of the question about the service as a whole; every questionnaire has it. */
    public static final String OVERALL = "OVERALL";

    public Question {
        scale = scale == null ? Scale.LEVEL : scale;
    }

    boolean asksOverall() {
        return OVERALL.equals(code);
    }
}
