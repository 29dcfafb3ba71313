package vn.cchc.survey.answer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That an answer with this invitation is in: the same for the first submission and for whatever comes after it")
record AnswerReceived(@Schema(description = "Always true", examples = "true") boolean received) {
}
