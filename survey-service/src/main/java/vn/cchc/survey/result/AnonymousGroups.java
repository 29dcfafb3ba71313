package vn.cchc.survey.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups that answers carry when they are stored in plain. The table of invitations tells which tokens of a group were
 * spent, so the answers with one group, and those without, have to be those of at least the minimum of respondents.
 */
final class AnonymousGroups {

    private final Map<String, Long> invited;
    private final long uninvited;
    private final Set<String> dropped = new HashSet<>();
    private final int minRespondents;

    /** @param spent number of spent invitations by their group, the empty one for those without a group */
    AnonymousGroups(Map<String, Long> spent, int minRespondents) {
        this.invited = new HashMap<>(spent);
        Long ungrouped = invited.remove("");
        this.uninvited = ungrouped == null ? 0 : ungrouped;
        this.minRespondents = minRespondents;
        invited.values().removeIf(count -> count == 0);
        drop(invited.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList());
    }

    private void drop(List<String> smallestFirst) {
        long without = uninvited;
        for (String group : smallestFirst) {
            if (invited.get(group) < minRespondents || without > 0 && without < minRespondents) {
                dropped.add(group);
                without += invited.get(group);
            }
        }
    }

    /**
     * @param group null if the respondent has none
     * @return empty if it is left out
     */
    String of(String group) {
        if (group == null || dropped.contains(group)) {
            return "";
        }
        // A group that only respondents name whose invitations have none.
        return invited.containsKey(group) || uninvited >= minRespondents ? group : "";
    }
}
