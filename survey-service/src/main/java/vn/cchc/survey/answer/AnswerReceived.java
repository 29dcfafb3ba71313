package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Acknowledges an answer; the same for the first submission and for every repetition")
public record AnswerReceived(@Schema(description = "Always true", examples = "true") boolean received) {
}
