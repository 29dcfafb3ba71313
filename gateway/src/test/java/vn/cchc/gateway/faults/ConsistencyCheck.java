package vn.cchc.gateway.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.cchc.gateway.faults.ExpectedState.Accepted;
import vn.cchc.gateway.faults.ExpectedState.Figure;
import vn.cchc.gateway.faults.ExpectedState.Published;

/**
 * The receipts against the books: what was promised and is not there, what is there twice, and whatever else does not agree.
 */
class ConsistencyCheck {

    private final Set<String> lost = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    private ConsistencyCheck() {
    }

    static ConsistencyCheck of(AcceptedCalls receipts, ExpectedState books) {
        ConsistencyCheck reckoning = new ConsistencyCheck();
        reckoning.compare("in the audit trail", receipts.deeds(), books.deeds());
        reckoning.compare("among the answers", receipts.answers(), books.answers());
        reckoning.compare("among the spent invitations", receipts.spent(), books.spent());
        reckoning.compareFigures(receipts.accepted(), books);
        reckoning.compareEvents(receipts.accepted(), books);
        reckoning.compareJournal(receipts.accepted(), books.applied());
        reckoning.compareScoreboard(receipts, books);
        reckoning.wantNothing(books);
        return reckoning;
    }

    /** Exactly so many of each as was promised. */
    private <T> void compare(String where, Map<T, Long> promised, Map<T, Long> found) {
        promised.forEach((thing, times) -> count(where, thing, times, found.getOrDefault(thing, 0L)));
        found.forEach((thing, times) -> {
            if (!promised.containsKey(thing)) {
                doubled.add("%s: %s, which nobody was told of".formatted(where, thing));
            }
        });
    }

    private void count(String where, Object thing, long promised, long found) {
        if (found != promised) {
            (found < promised ? lost : doubled)
                    .add("%s: %s is there %d times, not %d".formatted(where, thing, found, promised));
        }
    }

    private void compareFigures(Collection<Accepted> promised, ExpectedState books) {
        promised.stream().filter(figure -> !books.accepted().contains(figure))
                .forEach(figure -> lost.add("among the accepted reports: " + figure));
    }

    private void compareEvents(Collection<Accepted> promised, ExpectedState books) {
        // The relay may send one event twice, with the same id; readers count that once.
        Map<Figure, Long> events = books.published().stream().distinct()
                .collect(Collectors.groupingBy(Published::figure, Collectors.counting()));
        promised.forEach(figure -> count("on the topic", figure.figure(), 1, events.getOrDefault(figure.figure(), 0L)));
        Set<Figure> accepted = books.accepted().stream().map(Accepted::figure).collect(Collectors.toSet());
        events.keySet().stream().filter(figure -> !accepted.contains(figure))
                .forEach(figure -> wrong.add("on the topic: a phantom, " + figure + " was never accepted"));
    }

    private void compareJournal(Collection<Accepted> promised, List<Figure> applied) {
        Map<Figure, Long> times = applied.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        promised.forEach(
                figure -> count("among the applied versions", figure.figure(), 1, times.getOrDefault(figure.figure(), 0L)));
    }

    private void compareScoreboard(AcceptedCalls receipts, ExpectedState books) {
        Map<ExpectedState.Place, ExpectedState.Sum> promised = receipts.scoreboard();
        promised.forEach((place, sum) -> {
            if (!sum.equals(books.scoreboard().get(place))) {
                wrong.add("on the scoreboard: %s is %s, not %s".formatted(place, books.scoreboard().get(place), sum));
            }
        });
        books.scoreboard().keySet().stream().filter(place -> !promised.containsKey(place))
                .forEach(place -> wrong.add("on the scoreboard: nobody was told of " + place));
    }

    private void wantNothing(ExpectedState books) {
        books.waiting().forEach((service, events) -> wantNone(events, "wait in the outbox of " + service));
        books.deadLetters().forEach((topic, letters) -> wantNone(letters, "lie on " + topic));
        books.brokenChains().forEach(service -> wrong.add("the audit trail of " + service + " does not hold"));
    }

    private void wantNone(long events, String where) {
        if (events != 0) {
            wrong.add(events + " events " + where);
        }
    }

    Set<String> lost() {
        return lost;
    }

    Set<String> doubled() {
        return doubled;
    }

    /** Phantoms, sums that differ, and what should be empty and is not. */
    List<String> wrong() {
        return wrong;
    }
}
