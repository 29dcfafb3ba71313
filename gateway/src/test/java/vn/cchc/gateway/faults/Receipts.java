package vn.cchc.gateway.faults;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the 2xx replies promised, and nothing else: from these alone it is computed what the books must say. */
class Receipts {

    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Queue<Books.Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<Books.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Books.Survey> surveys = new ConcurrentLinkedQueue<>();

    void did(String service, String resource, String id, String action) {
        deeds.add(new Deed(service, resource, id, action));
    }

    void accepted(Books.Accepted figure) {
        accepted.add(figure);
    }

    void answered(Books.Answer answer) {
        answers.add(answer);
    }

    void published(Books.Survey survey) {
        surveys.add(survey);
    }

    Map<Deed, Long> deeds() {
        return counted(deeds);
    }

    Collection<Books.Accepted> accepted() {
        return accepted;
    }

    Map<Books.Answer, Long> answers() {
        return counted(answers);
    }

    Map<String, Long> spent() {
        return counted(answers.stream().map(Books.Answer::campaign).toList());
    }

    /** What the scoreboard must show: units are summed, and a published survey counts its levels 4 and 5. */
    Map<Books.Place, Books.Sum> scoreboard() {
        Map<Books.Place, Books.Sum> sums = new TreeMap<>();
        accepted.forEach(figure -> sums.merge(new Books.Place(figure.indicator(), figure.year()),
                new Books.Sum(figure.numerator(), figure.denominator(), 1), Books.Sum::plus));
        Map<String, Books.Place> places = surveys.stream().collect(Collectors.toMap(Books.Survey::campaign,
                survey -> new Books.Place(survey.indicator(), survey.year())));
        answers.stream().filter(answer -> places.containsKey(answer.campaign())).forEach(answer -> sums
                .merge(places.get(answer.campaign()), new Books.Sum(answer.level() >= 4 ? 1 : 0, 1, 0), Books.Sum::plus));
        return sums;
    }

    private static <T> Map<T, Long> counted(Collection<T> things) {
        return things.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
