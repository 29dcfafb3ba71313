package vn.cchc.survey.freetext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FreeText", description = "What one respondent answered to one question with the scale TEXT, without telephone numbers, e-mail addresses and identity numbers")
record FreeTextView(@Schema(description = "Code of the question", examples = "SUGGESTION") String question,
        @Schema(description = "With a mark in place of what was removed", examples = "Mở thêm quầy tiếp nhận vào buổi sáng") String text) {

    static FreeTextView of(FreeText text) {
        return new FreeTextView(text.question, text.content);
    }
}
