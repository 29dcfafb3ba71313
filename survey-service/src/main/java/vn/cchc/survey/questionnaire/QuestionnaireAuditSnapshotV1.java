package vn.cchc.survey.questionnaire;

import java.util.List;

/** The fields of a questionnaire in the audit trail. */
record QuestionnaireAuditSnapshotV1(String code, int version, String indicator, String title, String titleEn,
        List<String> sources,
        List<NamedV1> topics, List<QuestionV1> questions, List<NamedV1> groups) {

    record NamedV1(String code, String name, String nameEn) {
    }

    record QuestionV1(String code, String topic, String scale, String text, String textEn) {
    }

    static QuestionnaireAuditSnapshotV1 of(Questionnaire of) {
        return new QuestionnaireAuditSnapshotV1(of.code, of.version, of.indicator, of.title, of.titleEn, of.sources,
                of.topics.stream().map(each -> new NamedV1(each.code(), each.name(), each.nameEn())).toList(),
                of.questions.stream().map(each -> new QuestionV1(each.code(), each.topic(), each.scale().name(), each.text(),
                        each.textEn())).toList(),
                of.groups.stream().map(each -> new NamedV1(each.code(), each.name(), each.nameEn())).toList());
    }
}
