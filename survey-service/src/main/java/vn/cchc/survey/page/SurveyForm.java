package vn.cchc.survey.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.survey.questionnaire.Condition;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.SatisfactionLevel;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.questionnaire.Topic;
import vn.cchc.survey.stratum.Stratum;

/**
 * What the page shows of a questionnaire in one language.
 *
 * @param groups empty if the respondent is not asked for a group
 * @param faults what is wrong with the answers that were sent; empty at first
 */
record SurveyForm(String title, List<Section> sections, List<Choice> groups, List<Fault> faults) {

    /**
     * @param name null for the questions about the service as a whole
     * @param condition null if its questions are always asked
     */
    record Section(String name, Requirement condition, List<Item> items) {
    }

    /**
     * @param field name of the form's field
     * @param choices empty for a number or a text
     * @param given what was sent for a number or a text; empty at first
     * @param fault null if there is none
     * @param condition null if the question is always asked
     */
    record Item(String field, Question question, String text, List<Choice> choices, String given, String fault,
            Requirement condition) {

        public String scale() {
            return question.scale().name();
        }
    }

    /**
     * When a question is asked.
     *
     * @param field of an earlier question
     * @param values of which it has one, separated by spaces
     * @param text of the earlier question
     * @param choices what is to be chosen there
     */
    record Requirement(String field, String values, String text, String choices) {
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
        return items().filter(item -> item.field().equals(fault.field())).map(Item::text).findFirst().orElse(null);
    }

    public boolean hasObligatory() {
        return items().anyMatch(item -> item.question().obligatory());
    }

    private Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** @param strata those that the respondent chooses from; empty if the invitation has one */
    static SurveyForm of(Questionnaire questionnaire, List<Stratum> strata, GivenAnswers given, List<Fault> faults,
            Locale locale) {
        return new Builder(questionnaire, given, faults, locale.getLanguage().equals("vi")).form(strata);
    }

    /** Reads the texts of a questionnaire in one language. */
    private record Builder(Questionnaire questionnaire, GivenAnswers given, List<Fault> faults, boolean vietnamese) {

        private static final Map<Integer, String> YES_NO = Map.of(1, "có", 0, "không");
        private static final Map<Integer, String> YES_NO_EN = Map.of(1, "yes", 0, "no");

        SurveyForm form(List<Stratum> strata) {
            Map<String, String> topics = new LinkedHashMap<>();
            for (Topic topic : questionnaire.topics()) {
                topics.put(topic.code(), text(topic.name(), topic.nameEn()));
            }
            List<Section> sections = new ArrayList<>();
            for (Question question : questionnaire.questions()) {
                Section next = questionnaire.section(question).map(this::section)
                        .orElseGet(() -> new Section(topics.get(question.topic()), null, new ArrayList<>()));
                if (sections.isEmpty() || !Objects.equals(sections.get(sections.size() - 1).name(), next.name())) {
                    sections.add(next);
                }
                sections.get(sections.size() - 1).items().add(item(question));
            }
            return new SurveyForm(text(questionnaire.title(), questionnaire.titleEn()), sections,
                    choices(strata), faults);
        }

        private Section section(vn.cchc.survey.questionnaire.Section of) {
            return new Section(text(of.title(), of.titleEn()), requirement(of.condition()), new ArrayList<>());
        }

        private Item item(Question question) {
            String field = GivenAnswers.field(question.code());
            String value = given.text(question.code());
            String fault = faults.stream().filter(each -> each.field().equals(field)).map(Fault::text).findFirst()
                    .orElse(null);
            List<Choice> choices = values(question.scale()).entrySet().stream()
                    .map(choice -> new Choice(String.valueOf(choice.getKey()), choice.getValue(),
                            String.valueOf(choice.getKey()).equals(value)))
                    .toList();
            return new Item(field, question, text(question.text(), question.textEn()), choices, value, fault,
                    requirement(question.condition()));
        }

        /** What can be chosen, in the order of the form; empty if a number or a text is entered. */
        private Map<Integer, String> values(Scale scale) {
            Map<Integer, String> values = new LinkedHashMap<>();
            if (scale == Scale.LEVEL) {
                SatisfactionLevel.bestFirst()
                        .forEach(level -> values.put(level.value(), text(level.label(), level.labelEn())));
            } else if (scale == Scale.YES_NO) {
                List.of(1, 0).forEach(value -> values.put(value, text(YES_NO.get(value), YES_NO_EN.get(value))));
            }
            return values;
        }

        private Requirement requirement(Condition condition) {
            if (condition == null) {
                return null;
            }
            Question earlier = questionnaire.question(condition.question()).orElseThrow();
            return new Requirement(GivenAnswers.field(earlier.code()),
                    condition.values().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    text(earlier.text(), earlier.textEn()), condition.values().stream()
                            .map(values(earlier.scale())::get).collect(Collectors.joining(vietnamese ? " hoặc " : " or ")));
        }

        private List<Choice> choices(List<Stratum> strata) {
            return strata.stream().map(stratum -> new Choice(stratum.code(), text(stratum.name(), stratum.nameEn()),
                    stratum.code().equals(given.group()))).toList();
        }

        private String text(String inVietnamese, String inEnglish) {
            return vietnamese ? inVietnamese : inEnglish;
        }
    }
}
