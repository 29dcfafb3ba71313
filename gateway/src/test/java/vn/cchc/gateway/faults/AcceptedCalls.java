package vn.cchc.gateway.faults;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the 2xx replies promised, and nothing else: from these alone it is computed what the books must say. */
class AcceptedCalls {

    private final Queue<Operation> deeds = new ConcurrentLinkedQueue<>();
    private final Queue<ExpectedState.Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<ExpectedState.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<ExpectedState.Survey> surveys = new ConcurrentLinkedQueue<>();

    void did(String service, String resource, String id, String action) {
        deeds.add(new Operation(service, resource, id, action));
    }

    void accepted(ExpectedState.Accepted figure) {
        accepted.add(figure);
    }

    void answered(ExpectedState.Answer answer) {
        answers.add(answer);
    }

    void published(ExpectedState.Survey survey) {
        surveys.add(survey);
    }

    Map<Operation, Long> deeds() {
        return counted(deeds);
    }

    Collection<ExpectedState.Accepted> accepted() {
        return accepted;
    }

    Map<ExpectedState.Answer, Long> answers() {
        return counted(answers);
    }

    Map<String, Long> spent() {
        return counted(answers.stream().map(ExpectedState.Answer::campaign).toList());
    }

    /** What the scoreboard must show: units are summed, and a published survey counts its levels 4 and 5. */
    Map<ExpectedState.Place, ExpectedState.Sum> scoreboard() {
        Map<ExpectedState.Place, ExpectedState.Sum> sums = new TreeMap<>();
        accepted.forEach(figure -> sums.merge(new ExpectedState.Place(figure.indicator(), figure.year()),
                new ExpectedState.Sum(figure.numerator(), figure.denominator(), 1), ExpectedState.Sum::plus));
        Map<String, ExpectedState.Place> places = surveys.stream().collect(Collectors.toMap(ExpectedState.Survey::campaign,
                survey -> new ExpectedState.Place(survey.indicator(), survey.year())));
        answers.stream().filter(answer -> places.containsKey(answer.campaign())).forEach(answer -> sums
                .merge(places.get(answer.campaign()), new ExpectedState.Sum(answer.level() >= 4 ? 1 : 0, 1, 0),
                        ExpectedState.Sum::plus));
        return sums;
    }

    private static <T> Map<T, Long> counted(Collection<T> things) {
        return things.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
