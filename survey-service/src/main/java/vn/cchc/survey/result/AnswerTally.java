package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.SatisfactionLevel;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.questionnaire.Topic;

/** Counts answers one after another. */
class AnswerTally {

    private final List<Question> questions;
    private final List<String> topics;
    /** The index of the topic by that of the question; the number of topics for a question without one. */
    private final int[] topicOf;
    private final boolean withProducts;
    private final Map<String, Group> groups = new TreeMap<>();

    /** @param withProducts whether the products of questions are counted, which cost more than the rest */
    AnswerTally(Questionnaire questionnaire, boolean withProducts) {
        this.withProducts = withProducts;
        this.questions = questionnaire.questions();
        this.topics = questionnaire.topics().stream().map(Topic::code).toList();
        this.topicOf = questions.stream()
                .mapToInt(question -> question.topic() == null ? topics.size() : topics.indexOf(question.topic())).toArray();
    }

    /**
     * @param group empty for a respondent without a group
     * @param scores by the order of the questions; negative if not answered
     */
    void add(String group, int[] scores) {
        groups.computeIfAbsent(group, Group::new).add(scores);
    }

    /** The questions with fewer answers; "don't know / not used" is none. */
    Set<String> rare(int minRespondents) {
        Map<String, Long> answers = new HashMap<>();
        answerCounts().stream().filter(count -> count.value() >= lowest(count.question()))
                .forEach(count -> answers.merge(count.question(), count.answers(), Long::sum));
        numberSums().forEach(sum -> answers.merge(sum.question(), sum.answers(), Long::sum));
        return questions.stream().map(Question::code)
                .filter(question -> answers.getOrDefault(question, 0L) < minRespondents)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private int lowest(String code) {
        boolean isLevel = questions.stream()
                .anyMatch(question -> question.code().equals(code) && question.scale() == Scale.LEVEL);
        return isLevel ? SatisfactionLevel.LOWEST : 0;
    }

    /** Whether anything was counted of these questions. */
    boolean hasAnyOf(Set<String> codes) {
        return answerCounts().stream().anyMatch(count -> codes.contains(count.question()))
                || numberSums().stream().anyMatch(sum -> codes.contains(sum.question()));
    }

    long respondents() {
        return groups.values().stream().mapToLong(group -> group.respondents).sum();
    }

    List<AnswerCount> answerCounts() {
        return groups.values().stream().map(Group::answerCounts).flatMap(Collection::stream).toList();
    }

    List<NumberSum> numberSums() {
        return groups.values().stream().map(Group::numberSums).flatMap(Collection::stream).toList();
    }

    List<TopicRespondentCount> topicCounts() {
        return groups.values().stream().map(Group::topicCounts).flatMap(Collection::stream).toList();
    }

    /** By the code of the stratum; empty without products. */
    Map<String, QuestionProducts> products() {
        Map<String, QuestionProducts> products = new TreeMap<>();
        groups.values().stream().filter(group -> group.products != null)
                .forEach(group -> products.put(group.code, group.products));
        return products;
    }

    List<RespondentCount> respondentCounts() {
        return groups.values().stream().map(Group::respondentCount).toList();
    }

    private final class Group {

        private final String code;
        /** By question and value. Numbers are too many to be counted each. */
        private final long[][] answers = questions.stream()
                .map(question -> new long[question.scale() == Scale.NUMBER ? 0 : question.scale().highest() + 1])
                .toArray(long[][]::new);
        private final NumberSum[] numbers = new NumberSum[questions.size()];
        /** Null without products. */
        private final QuestionProducts products;
        private final LevelSums all = new LevelSums();
        private final LevelSums[] byTopic = Stream.generate(LevelSums::new).limit(topics.size()).toArray(LevelSums[]::new);
        private long respondents;

        private Group(String code) {
            this.code = code;
            this.products = withProducts ? new QuestionProducts(questions.stream()
                    .filter(question -> question.scale() == Scale.LEVEL).map(Question::code).toList()) : null;
        }

        private void add(int[] scores) {
            int[] levels = new int[topics.size() + 1];
            int[] satisfied = new int[topics.size() + 1];
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] >= 0 && questions.get(i).scale() == Scale.NUMBER) {
                    NumberSum number = new NumberSum(code, questions.get(i).code(), 1, scores[i]);
                    numbers[i] = numbers[i] == null ? number : numbers[i].plus(number);
                } else if (scores[i] >= 0) {
                    answers[i][scores[i]]++;
                }
                if (scores[i] > 0 && questions.get(i).scale() == Scale.LEVEL) {
                    levels[topicOf[i]]++;
                    satisfied[topicOf[i]] += scores[i] >= SatisfactionLevel.SATISFIED_FROM ? 1 : 0;
                }
            }
            int given = sum(levels);
            respondents++;
            all.add(given, sum(satisfied));
            for (int topic = 0; topic < byTopic.length; topic++) {
                byTopic[topic].add(levels[topic], satisfied[topic]);
            }
            if (products != null) {
                addProducts(scores, given);
            }
        }

        /** @param count how many questions were answered at a level */
        private void addProducts(int[] scores, int count) {
            int[] given = new int[count];
            boolean[] isSatisfied = new boolean[scores.length];
            int found = 0;
            int level = 0;
            for (int i = 0; i < scores.length; i++) {
                if (questions.get(i).scale() == Scale.LEVEL) {
                    if (scores[i] > 0) {
                        given[found++] = level;
                        isSatisfied[level] = scores[i] >= SatisfactionLevel.SATISFIED_FROM;
                    }
                    level++;
                }
            }
            products.add(given, isSatisfied);
        }

        private static int sum(int[] values) {
            int sum = 0;
            for (int value : values) {
                sum += value;
            }
            return sum;
        }

        private List<AnswerCount> answerCounts() {
            List<AnswerCount> counts = new ArrayList<>();
            for (int question = 0; question < answers.length; question++) {
                for (int value = 0; value < answers[question].length; value++) {
                    if (answers[question][value] > 0) {
                        counts.add(new AnswerCount(code, questions.get(question).code(), (short) value,
                                answers[question][value]));
                    }
                }
            }
            return counts;
        }

        private List<NumberSum> numberSums() {
            return Arrays.stream(numbers).filter(Objects::nonNull).toList();
        }

        private RespondentCount respondentCount() {
            return all.of(code, respondents);
        }

        private List<TopicRespondentCount> topicCounts() {
            return IntStream.range(0, byTopic.length).filter(topic -> !byTopic[topic].isEmpty())
                    .mapToObj(topic -> byTopic[topic].ofTopic(code, topics.get(topic))).toList();
        }
    }
}
