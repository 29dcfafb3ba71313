package vn.cchc.gateway.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What databases, topics and scoreboard say when all is quiet.
 *
 * @param deeds how many rows of the audit trails tell of each change
 * @param accepted the figures of accepted reports in the database
 * @param published every event on the topic of unit results
 * @param applied how often each event was added to the results
 * @param spent how many invitations of each campaign are spent
 * @param scoreboard the figures of the years in question
 * @param waiting how many events wait in each outbox
 * @param deadLetters how many lie on each topic of dead letters
 * @param brokenChains services whose audit trail does not hold, or waits for its seal
 */
record ExpectedState(Map<Operation, Long> deeds, Set<Accepted> accepted, List<Published> published, List<Figure> applied,
        Map<Answer, Long> answers, Map<String, Long> spent, Map<Place, Sum> scoreboard, Map<String, Long> waiting,
        Map<String, Long> deadLetters, List<String> brokenChains) {

    /** A figure as one version of a report has it. */
    record Figure(UUID report, int version, String indicator) {
    }

    record Accepted(Figure figure, int year, String unit, long numerator, long denominator) {

        String indicator() {
            return figure.indicator();
        }
    }

    record Published(UUID event, Figure figure) {
    }

    record Answer(String campaign, int level) {
    }

    record Survey(String campaign, String indicator, int year) {
    }

    record Place(String indicator, int year) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::indicator).thenComparing(Place::year).compare(this, other);
        }
    }

    record Sum(long numerator, long denominator, long units) {

        Sum plus(Sum other) {
            return new Sum(numerator + other.numerator, denominator + other.denominator, units + other.units);
        }
    }
}
