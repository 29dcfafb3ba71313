package vn.cchc.reporting.question;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A reviewer's question on one field of a report, and its answer")
record QuestionView(int number, @Schema(examples = "figures/CT05.1") String field,
        @Schema(examples = "Vì sao mẫu số giảm so với kỳ trước?") String text,
        @Schema(description = "Subject of the token") String askedBy, Instant askedAt,
        @Schema(description = "Null while the question is open", nullable = true) String answer,
        @Schema(description = "Subject of the token", nullable = true) String answeredBy,
        @Schema(nullable = true) Instant answeredAt) {

    static QuestionView of(Question of) {
        return new QuestionView(of.number, of.field, of.text, of.askedBy, of.askedAt, of.answer, of.answeredBy, of.answeredAt);
    }
}
