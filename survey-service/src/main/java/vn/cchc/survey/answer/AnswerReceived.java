package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That the answer is in: the same for the first submission and for every retry of it")
record AnswerReceived(@Schema(description = "Always true", examples = "true") boolean received) {
}
