package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** The status changes of a report, in their order, and what follows from them. */
record StatusHistory(SortedSet<StatusChange> changes) {

    List<StatusChange> page(int after, int last, int atMost) {
        return changes.stream().filter(change -> change.number() > after && change.number() <= last).limit(atMost).toList();
    }

    /** The number of the last status change that led to an accepted report; 0 before it. */
    int lastAcceptance() {
        return changes.stream().filter(change -> change.state() == ReportState.ACCEPTED).mapToInt(StatusChange::number).max()
                .orElse(0);
    }

    /**
     * What a reviewer reopened holds until the next submission, also if the unit head returns or withdraws the report in
     * between.
     */
    ReopenedFields reopened() {
        List<String> byReviewer = List.of();
        List<String> byUnitHead = List.of();
        for (StatusChange change : changes) {
            byUnitHead = change.action() == Action.RETURN_TO_AUTHOR ? change.reopened() : List.of();
            if (Set.of(Action.RETURN, Action.SUBMIT, Action.CORRECT).contains(change.action())) {
                byReviewer = change.reopened();
            }
        }
        return new ReopenedFields(byUnitHead.isEmpty() ? byReviewer : byUnitHead);
    }

    int countRounds() {
        return (int) changes.stream().filter(change -> change.action() == Action.SUBMIT).count();
    }

    /** The rounds of review, the first one first. */
    List<Round> rounds() {
        List<StatusChange> all = List.copyOf(changes);
        List<Round> rounds = new ArrayList<>();
        int version = 1;
        boolean opensVersion = true;
        for (int index = 0; index < all.size(); index++) {
            Action action = all.get(index).action();
            if (action == Action.CORRECT) {
                version++;
                opensVersion = true;
            } else if (action == Action.CANCEL_CORRECTION) {
                version--;
            } else if (action == Action.SUBMIT) {
                StatusChange outcome = index + 1 < all.size() ? all.get(index + 1) : null;
                rounds.add(new Round(rounds.size() + 1, version, opensVersion, all.get(index), outcome));
                opensVersion = false;
            }
        }
        return rounds;
    }
}
