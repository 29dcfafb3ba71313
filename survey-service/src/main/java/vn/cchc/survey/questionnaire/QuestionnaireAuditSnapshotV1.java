package vn.cchc.survey.questionnaire;

import java.util.List;

/** The fields of a questionnaire in the audit trail of release 1.0.0; {@link QuestionnaireAuditSnapshotV2} is written now. */
record QuestionnaireAuditSnapshotV1(String code, int version, String indicator, String title, String titleEn,
        List<String> sources,
        List<NamedV1> topics, List<QuestionV1> questions, List<NamedV1> groups) {

    record NamedV1(String code, String name, String nameEn) {
    }

    record QuestionV1(String code, String topic, String scale, String text, String textEn) {
    }
}
