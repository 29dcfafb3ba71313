package vn.cchc.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.AuditSnapshots;

class QuestionnaireTest {

    @Test
    void theAuditedFieldsAreFrozen() {
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV1.class, "code", "version", "indicator", "title", "titleEn",
                "sources", "topics", "questions", "groups");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV1.NamedV1.class, "code", "name", "nameEn");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV1.QuestionV1.class, "code", "topic", "scale", "text",
                "textEn");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV2.class, "code", "version", "indicator", "title", "titleEn",
                "titleKm", "sources", "topics", "sections", "questions", "groups");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV2.SectionV2.class, "code", "title", "titleEn", "titleKm",
                "condition");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV2.QuestionV2.class, "code", "topic", "section", "scale", "text",
                "textEn", "textKm", "obligatory", "condition", "min", "max", "maxLength");
        AuditSnapshots.requireFields(QuestionnaireAuditSnapshotV2.ConditionV2.class, "question", "values");
    }

    @Test
    void aQuestionnaireIsAuditedAsItsSnapshotOfVersionTwo() {
        assertThat(QuestionnaireFixture.education().auditSnapshot()).isInstanceOf(QuestionnaireAuditSnapshotV2.class);
    }
}
