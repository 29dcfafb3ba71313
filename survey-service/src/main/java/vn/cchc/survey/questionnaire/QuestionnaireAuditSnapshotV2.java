package vn.cchc.survey.questionnaire;

import java.util.List;

import vn.cchc.survey.questionnaire.QuestionnaireAuditSnapshotV1.NamedV1;

/** The fields of a questionnaire in the audit trail, with sections, conditions and bounds. */
record QuestionnaireAuditSnapshotV2(String code, int version, String indicator, String title, String titleEn, String titleKm,
        List<String> sources, List<NamedV1> topics, List<SectionV2> sections, List<QuestionV2> questions,
        List<NamedV1> groups) {

    record ConditionV2(String question, List<Integer> values) {

        static ConditionV2 of(Condition condition) {
            return condition == null ? null : new ConditionV2(condition.question(), condition.values());
        }
    }

    record SectionV2(String code, String title, String titleEn, String titleKm, ConditionV2 condition) {

        static SectionV2 of(Section section) {
            return new SectionV2(section.code(), section.title(), section.titleEn(), section.titleKm(),
                    ConditionV2.of(section.condition()));
        }
    }

    record QuestionV2(String code, String topic, String section, String scale, String text, String textEn, String textKm,
            boolean obligatory, ConditionV2 condition, Integer min, Integer max, Integer maxLength) {

        static QuestionV2 of(Question question) {
            return new QuestionV2(question.code(), question.topic(), question.section(), question.scale().name(),
                    question.text(), question.textEn(), question.textKm(), question.obligatory(),
                    ConditionV2.of(question.condition()), question.min(), question.max(), question.maxLength());
        }
    }

    static QuestionnaireAuditSnapshotV2 of(Questionnaire of) {
        return new QuestionnaireAuditSnapshotV2(of.code, of.version, of.indicator, of.title, of.titleEn, of.titleKm, of.sources,
                of.topics.stream().map(each -> new NamedV1(each.code(), each.name(), each.nameEn())).toList(),
                of.sections.stream().map(SectionV2::of).toList(), of.questions.stream().map(QuestionV2::of).toList(),
                of.groups.stream().map(each -> new NamedV1(each.code(), each.name(), each.nameEn())).toList());
    }
}
