package vn.cchc.system.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.cchc.system.faults.StoredState.Accepted;
import vn.cchc.system.faults.StoredState.Figure;
import vn.cchc.system.faults.StoredState.Published;

/**
 * Compares accepted calls with the stored state: what is lost, what is duplicated, and any other difference.
 */
class ConsistencyCheck {

    private final Set<String> lost = new HashSet<>();
    private final Set<String> duplicated = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    private ConsistencyCheck() {
    }

    static ConsistencyCheck of(AcceptedCalls acceptedCalls, StoredState stored) {
        ConsistencyCheck check = new ConsistencyCheck();
        check.compare("in the audit trail", acceptedCalls.operations(), stored.operations());
        check.compare("among the answers", acceptedCalls.answers(), stored.answers());
        check.compare("among the spent invitations", acceptedCalls.spent(), stored.spent());
        check.compareFigures(acceptedCalls.accepted(), stored);
        check.compareEvents(acceptedCalls.accepted(), stored);
        check.compareJournal(acceptedCalls.accepted(), stored.applied());
        check.compareScoreboard(acceptedCalls, stored);
        check.requireNothingPending(stored);
        return check;
    }

    /** Requires the exact number of each. */
    private <T> void compare(String where, Map<T, Long> expected, Map<T, Long> found) {
        expected.forEach((thing, times) -> count(where, thing, times, found.getOrDefault(thing, 0L)));
        found.forEach((thing, times) -> {
            if (!expected.containsKey(thing)) {
                duplicated.add("%s: %s, which no call has caused".formatted(where, thing));
            }
        });
    }

    private void count(String where, Object thing, long expected, long found) {
        if (found != expected) {
            (found < expected ? lost : duplicated)
                    .add("%s: %s is there %d times, not %d".formatted(where, thing, found, expected));
        }
    }

    private void compareFigures(Collection<Accepted> expected, StoredState stored) {
        expected.stream().filter(figure -> !stored.accepted().contains(figure))
                .forEach(figure -> lost.add("among the accepted reports: " + figure));
    }

    private void compareEvents(Collection<Accepted> expected, StoredState stored) {
        // The relay may send an event twice, with the same id; consumers apply it once.
        Map<Figure, Long> events = stored.published().stream().distinct()
                .collect(Collectors.groupingBy(Published::figure, Collectors.counting()));
        expected.forEach(figure -> count("on the topic", figure.figure(), 1, events.getOrDefault(figure.figure(), 0L)));
        Set<Figure> accepted = stored.accepted().stream().map(Accepted::figure).collect(Collectors.toSet());
        events.keySet().stream().filter(figure -> !accepted.contains(figure))
                .forEach(figure -> wrong.add("on the topic: " + figure + " was never accepted"));
    }

    private void compareJournal(Collection<Accepted> expected, List<Figure> applied) {
        Map<Figure, Long> times = applied.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        expected.forEach(
                figure -> count("among the applied versions", figure.figure(), 1, times.getOrDefault(figure.figure(), 0L)));
    }

    private void compareScoreboard(AcceptedCalls acceptedCalls, StoredState stored) {
        Map<StoredState.Place, StoredState.Sum> expected = acceptedCalls.scoreboard();
        expected.forEach((place, sum) -> {
            if (!sum.equals(stored.scoreboard().get(place))) {
                wrong.add("on the scoreboard: %s is %s, not %s".formatted(place, stored.scoreboard().get(place), sum));
            }
        });
        stored.scoreboard().keySet().stream().filter(place -> !expected.containsKey(place))
                .forEach(place -> wrong.add("on the scoreboard: no call has caused " + place));
    }

    private void requireNothingPending(StoredState stored) {
        stored.waiting().forEach((service, events) -> requireNone(events, "wait in the outbox of " + service));
        stored.deadLetters().forEach((topic, letters) -> requireNone(letters, "lie on " + topic));
        stored.brokenChains().forEach(service -> wrong.add("the audit trail of " + service + " is broken"));
    }

    private void requireNone(long events, String where) {
        if (events != 0) {
            wrong.add(events + " events " + where);
        }
    }

    Set<String> lost() {
        return lost;
    }

    Set<String> duplicated() {
        return duplicated;
    }

    /** Events without an acceptance, different sums, and what should be empty but is not. */
    List<String> wrong() {
        return wrong;
    }
}
