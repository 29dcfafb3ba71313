package vn.cchc.system.faults;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls that were answered with 2xx, from which the expected state is derived. */
class AcceptedCalls {

    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Queue<StoredState.Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<StoredState.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<StoredState.Survey> surveys = new ConcurrentLinkedQueue<>();

    void recordOperation(String service, String resource, String id, String action) {
        operations.add(new Operation(service, resource, id, action));
    }

    void recordAcceptance(StoredState.Accepted figure) {
        accepted.add(figure);
    }

    void recordAnswer(StoredState.Answer answer) {
        answers.add(answer);
    }

    void recordPublication(StoredState.Survey survey) {
        surveys.add(survey);
    }

    Map<Operation, Long> operations() {
        return counted(operations);
    }

    Collection<StoredState.Accepted> accepted() {
        return accepted;
    }

    Map<StoredState.Answer, Long> answers() {
        return counted(answers);
    }

    Map<String, Long> spent() {
        return counted(answers.stream().map(StoredState.Answer::campaign).toList());
    }

    /** The expected scoreboard: sums over units, and the levels 4 and 5 of published surveys. */
    Map<StoredState.Place, StoredState.Sum> scoreboard() {
        Map<StoredState.Place, StoredState.Sum> sums = new TreeMap<>();
        accepted.forEach(figure -> sums.merge(new StoredState.Place(figure.indicator(), figure.year()),
                new StoredState.Sum(figure.numerator(), figure.denominator(), 1), StoredState.Sum::plus));
        Map<String, StoredState.Place> places = surveys.stream().collect(Collectors.toMap(StoredState.Survey::campaign,
                survey -> new StoredState.Place(survey.indicator(), survey.year())));
        answers.stream().filter(answer -> places.containsKey(answer.campaign())).forEach(answer -> sums
                .merge(places.get(answer.campaign()), new StoredState.Sum(answer.level() >= 4 ? 1 : 0, 1, 0),
                        StoredState.Sum::plus));
        return sums;
    }

    private static <T> Map<T, Long> counted(Collection<T> things) {
        return things.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
