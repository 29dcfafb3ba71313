package vn.cchc.survey.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups that answers carry when they are stored in plain. The table of invitations tells which tokens of a group were
 * spent, so the answers with one group, and those without, have to be those of at least the minimum of respondents. A token of
 * a group that is left out has an answer without a group, while one without a group may have an answer with any. A group that
 * only such respondents name needs as many of them: others may know who belongs to it.
 */
final class AnonymousGroups {

    private final Map<String, Long> invited;
    private final long uninvited;
    private final Map<String, Long> named;
    private final Set<String> dropped = new HashSet<>();
    private final int minRespondents;

    /**
     * @param spent number of spent invitations by their group, the empty one for those without a group
     * @param named number of answers by the group that they name; needed only if {@link #dependOnAnswers}
     */
    AnonymousGroups(Map<String, Long> spent, Map<String, Long> named, int minRespondents) {
        this.invited = withoutNone(spent);
        this.uninvited = spent.getOrDefault("", 0L);
        this.named = named;
        this.minRespondents = minRespondents;
        drop();
    }

    /** Whether answers of tokens without a group decide which groups are left out, beside the numbers of tokens. */
    static boolean dependOnAnswers(Map<String, Long> spent) {
        return spent.getOrDefault("", 0L) > 0;
    }

    private static Map<String, Long> withoutNone(Map<String, Long> spent) {
        Map<String, Long> groups = new HashMap<>(spent);
        groups.remove("");
        groups.values().removeIf(count -> count == 0);
        return groups;
    }

    /** If the answers without a group have to be those of enough respondents, others join them, the smallest groups first. */
    private void drop() {
        List<String> smallestFirst = named.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .filter(this::isAllowed).toList();
        long without = named.entrySet().stream().filter(each -> !isAllowed(each.getKey())).mapToLong(Map.Entry::getValue).sum();
        boolean few = isFew(uninvited) || invited.values().stream().anyMatch(this::isFew)
                || named.keySet().stream().anyMatch(group -> !group.isEmpty() && !isAllowed(group));
        for (String group : smallestFirst) {
            if (few && isFew(without)) {
                dropped.add(group);
                without += named.get(group);
            }
        }
    }

    private boolean isFew(long people) {
        return people > 0 && people < minRespondents;
    }

    private boolean isAllowed(String group) {
        if (group.isEmpty()) {
            return false;
        }
        return invited.containsKey(group) ? invited.get(group) >= minRespondents
                : uninvited >= minRespondents && named.getOrDefault(group, 0L) >= minRespondents;
    }

    /**
     * @param group null if the respondent has none
     * @return empty if it is left out
     */
    String of(String group) {
        return group == null || dropped.contains(group) || !isAllowed(group) ? "" : group;
    }
}
