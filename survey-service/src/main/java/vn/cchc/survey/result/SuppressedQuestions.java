package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics and questions that are suppressed. The figures of a topic are the sum of its questions, and the total is the sum
 * of all questions. Subtracting what is shown therefore reveals the sum of the suppressed questions of each topic that is
 * shown, and the sum of all other suppressed questions. Each of these sums has to contain at least two questions and at least
 * the minimum of respondents, and a suppressed topic must not be all of its sum.
 */
final class SuppressedQuestions {

    private static final String NO_TOPIC = "";

    private final int minRespondents;
    private final Map<String, List<Cell>> byTopic = new TreeMap<>();
    private final Set<String> topics = new HashSet<>();
    private final Set<Cell> questions = new HashSet<>();

    /** @param byTopic the questions of each topic; those without a topic at the empty code */
    SuppressedQuestions(Map<String, List<Cell>> byTopic, int minRespondents) {
        this.minRespondents = minRespondents;
        byTopic.forEach((topic, cells) -> this.byTopic.put(topic, cells.stream().filter(cell -> cell.people() > 0).toList()));
        this.byTopic.forEach((topic, cells) -> {
            cells.stream().filter(cell -> cell.isSensitive(minRespondents)).forEach(questions::add);
            if (!topic.equals(NO_TOPIC) && new Cell(topic, people(cells)).isSensitive(minRespondents)) {
                topics.add(topic);
            }
        });
        while (protectTopics() || protectTotal()) {
            // Each round suppresses one more part, so this ends.
        }
    }

    /** The sums of questions that a reader can form: what is shown, and what remains of the shown topics and of the total. */
    List<List<String>> sums() {
        List<List<Cell>> sums = new ArrayList<>();
        byTopic.forEach((topic, cells) -> {
            shown(topic).forEach(cell -> sums.add(List.of(cell)));
            if (isShown(topic)) {
                sums.add(cells);
                sums.add(hidden(topic));
            }
        });
        sums.add(hiddenOutside());
        sums.add(byTopic.values().stream().flatMap(List::stream).toList());
        return sums.stream().map(sum -> sum.stream().map(Cell::code).toList()).toList();
    }

    /** What is suppressed outside the topics that are shown. */
    private List<Cell> hiddenOutside() {
        return byTopic.keySet().stream().filter(topic -> !isShown(topic)).flatMap(topic -> hidden(topic).stream()).toList();
    }

    Set<String> topics() {
        return topics;
    }

    Set<String> questions() {
        return questions.stream().map(Cell::code).collect(Collectors.toSet());
    }

    private boolean protectTopics() {
        for (String topic : byTopic.keySet()) {
            List<Cell> hidden = hidden(topic);
            if (isShown(topic) && isRevealing(hidden)) {
                return suppressSmallest(shown(topic)) || topics.add(topic);
            }
        }
        return false;
    }

    private boolean protectTotal() {
        List<Cell> rest = hiddenOutside();
        boolean topicIsAll = topics.stream().anyMatch(topic -> !rest.isEmpty() && hidden(topic).size() == rest.size());
        return (topicIsAll || isRevealing(rest)) && suppressOutside();
    }

    /** Suppresses the smallest part outside the topics that are shown, or else the smallest of these topics. */
    private boolean suppressOutside() {
        Stream<Cell> outside = byTopic.keySet().stream().filter(topic -> !isShown(topic))
                .flatMap(topic -> shown(topic).stream());
        if (suppressSmallest(outside.toList())) {
            return true;
        }
        Optional<String> smallest = byTopic.keySet().stream().filter(this::isShown)
                .filter(topic -> !byTopic.get(topic).isEmpty())
                .min(Comparator.comparingLong(topic -> people(byTopic.get(topic))));
        smallest.filter(topic -> hidden(topic).isEmpty()).ifPresent(topic -> suppressSmallest(shown(topic)));
        return smallest.isPresent() && topics.add(smallest.get());
    }

    private boolean suppressSmallest(List<Cell> candidates) {
        return candidates.stream().min(Cell.SMALLEST_FIRST).map(questions::add).orElse(false);
    }

    private boolean isRevealing(List<Cell> hidden) {
        return !hidden.isEmpty() && (hidden.size() == 1 || people(hidden) < minRespondents);
    }

    private boolean isShown(String topic) {
        return !topic.equals(NO_TOPIC) && !topics.contains(topic);
    }

    private List<Cell> hidden(String topic) {
        return byTopic.get(topic).stream().filter(questions::contains).toList();
    }

    private List<Cell> shown(String topic) {
        return byTopic.get(topic).stream().filter(cell -> !questions.contains(cell)).toList();
    }

    /** One respondent answers several questions, so the largest number is a lower bound of those behind all of them. */
    private static long people(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::people).max().orElse(0);
    }
}
