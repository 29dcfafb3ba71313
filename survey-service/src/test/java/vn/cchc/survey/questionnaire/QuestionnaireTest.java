package vn.cchc.survey.questionnaire;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.AuditSnapshots;

class QuestionnaireTest {

    @Test
    void theAuditedFieldsAreFrozen() {
        AuditSnapshots.requireVersionOne(QuestionnaireFixture.education(), "code", "version", "indicator", "title", "titleEn",
                "sources", "topics", "questions", "groups");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV1.NamedV1.class, "code", "name", "nameEn");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV1.QuestionV1.class, "code", "topic", "scale", "text",
                "textEn");
    }
}
