package vn.cchc.survey.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.SatisfactionLevel;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.questionnaire.Topic;

/**
 * What the page shows of a questionnaire in one language.
 *
 * @param groups empty if the respondent is not asked for a group
 * @param faults what is wrong with the answers that were sent; empty at first
 */
record SurveyForm(String title, List<Section> sections, List<Choice> groups, List<Fault> faults) {

    /** @param name null for the questions about the service as a whole */
    record Section(String name, List<Item> items) {
    }

    /**
     * @param field name of the form's field
     * @param choices empty for a number
     * @param given what was sent for a number; empty at first
     * @param fault null if there is none
     */
    record Item(String field, String text, List<Choice> choices, String given, String fault) {

        public boolean isNumber() {
            return choices.isEmpty();
        }
    }

    record Choice(String value, String text, boolean chosen) {
    }

    /**
     * @param field name of the form's field; empty for the form as a whole
     * @param text what is wrong
     */
    record Fault(String field, String text) {
    }

    /** The text of the question with the field; null if there is none. */
    public String questionOf(Fault fault) {
        return sections.stream().flatMap(section -> section.items().stream())
                .filter(item -> item.field().equals(fault.field())).map(Item::text).findFirst().orElse(null);
    }

    /** @param askGroup whether the invitation names no group */
    static SurveyForm of(Questionnaire questionnaire, boolean askGroup, GivenAnswers given, List<Fault> faults, Locale locale) {
        boolean vietnamese = locale.getLanguage().equals("vi");
        Map<String, String> names = new LinkedHashMap<>();
        for (Topic topic : questionnaire.topics()) {
            names.put(topic.code(), vietnamese ? topic.name() : topic.nameEn());
        }
        List<Section> sections = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            String name = names.get(question.topic());
            if (sections.isEmpty() || !Objects.equals(sections.get(sections.size() - 1).name(), name)) {
                sections.add(new Section(name, new ArrayList<>()));
            }
            sections.get(sections.size() - 1).items().add(item(question, given, faults, vietnamese));
        }
        return new SurveyForm(vietnamese ? questionnaire.title() : questionnaire.titleEn(), sections,
                askGroup ? groups(questionnaire, given, vietnamese) : List.of(), faults);
    }

    private static Item item(Question question, GivenAnswers given, List<Fault> faults, boolean vietnamese) {
        String field = GivenAnswers.field(question.code());
        String value = given.text(question.code());
        String fault = faults.stream().filter(each -> each.field().equals(field)).map(Fault::text).findFirst().orElse(null);
        List<Choice> choices = question.scale() == Scale.LEVEL ? levels(value, vietnamese) : List.of();
        return new Item(field, vietnamese ? question.text() : question.textEn(), choices, value, fault);
    }

    private static List<Choice> levels(String given, boolean vietnamese) {
        return SatisfactionLevel.bestFirst().stream().map(level -> new Choice(String.valueOf(level.value()),
                vietnamese ? level.label() : level.labelEn(), String.valueOf(level.value()).equals(given))).toList();
    }

    private static List<Choice> groups(Questionnaire questionnaire, GivenAnswers given, boolean vietnamese) {
        return questionnaire.groups().stream().map(group -> new Choice(group.code(), vietnamese ? group.name() : group.nameEn(),
                group.code().equals(given.group()))).toList();
    }
}
