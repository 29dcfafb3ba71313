package vn.cchc.system.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The state of databases, topics and scoreboard once every event is consumed.
 *
 * @param operations the number of audit rows of each operation
 * @param accepted the figures of accepted reports in the database
 * @param published every event on the topic of unit results
 * @param applied the figures that were added to the results
 * @param spent the number of spent invitations of each campaign
 * @param scoreboard the figures of the years in question
 * @param waiting the number of events in each outbox
 * @param deadLetters the number of events on each dead-letter topic
 * @param brokenChains the services whose audit chain is broken or not yet sealed
 */
record StoredState(Map<Operation, Long> operations, Set<Accepted> accepted, List<Published> published, List<Figure> applied,
        Map<Answer, Long> answers, Map<String, Long> spent, Map<Place, Sum> scoreboard, Map<String, Long> waiting,
        Map<String, Long> deadLetters, List<String> brokenChains) {

    /** A figure in one version of a report. */
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
