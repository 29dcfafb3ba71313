package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups of respondents that are suppressed. The total minus the groups that are shown is the sum of those that are not,
 * so at least two groups are suppressed together, and with at least the minimum of respondents between them.
 */
final class SuppressedGroups {

    private SuppressedGroups() {
    }

    /**
     * @param groups the groups that can be shown
     * @param ungrouped the respondents without a group, who are never shown
     */
    static Set<String> of(Collection<Cell> groups, Cell ungrouped, int minRespondents) {
        List<Cell> shown = groups.stream().filter(group -> group.people() > 0).sorted(Cell.SMALLEST_FIRST)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Cell> hidden = shown.stream().filter(group -> group.isSensitive(minRespondents))
                .collect(Collectors.toCollection(ArrayList::new));
        shown.removeAll(hidden);
        if (ungrouped.people() > 0) {
            hidden.add(ungrouped);
        }
        while (isRevealing(hidden, minRespondents) && !shown.isEmpty()) {
            hidden.add(shown.remove(0));
        }
        return hidden.stream().map(Cell::code).collect(Collectors.toSet());
    }

    private static boolean isRevealing(List<Cell> hidden, int minRespondents) {
        long people = hidden.stream().mapToLong(Cell::people).sum();
        return people > 0 && people < minRespondents || hidden.size() == 1 && hidden.get(0).isSensitive(minRespondents);
    }
}
