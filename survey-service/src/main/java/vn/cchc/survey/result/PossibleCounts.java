package vn.cchc.survey.result;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import vn.cchc.survey.result.SuppressedStrata.Part;

/**
 * The whole numbers that are possible for hidden numbers of respondents, if a reader knows all sums that are shown and the most
 * respondents that each stratum can have. Groups and units are the nodes of a network, and each hidden stratum is an arc from
 * its group to its unit, whose flow is its number of respondents. A hidden group or unit is an arc, too: only the sum of all of
 * them is known. Where flow can be sent in a circle over an arc, its number may be another one, and all sums stay the same.
 */
final class PossibleCounts {

    private final Map<String, Integer> nodes = new HashMap<>();
    private final List<List<Integer>> arcsOf = new ArrayList<>();
    private final Map<String, Integer> arcs = new HashMap<>();
    private final List<int[]> ends = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<Long> most = new ArrayList<>();
    private int[] cameBy;

    /**
     * @param unknown the strata whose numbers are unknown
     * @param countOf the number of respondents, or what of it is unknown
     * @param mostOf what a reader knows to be the most respondents of a stratum
     */
    PossibleCounts(Collection<Part> unknown, Predicate<String> isHiddenGroup, Predicate<String> isHiddenUnit,
            ToLongFunction<Part> countOf, ToLongFunction<Part> mostOf) {
        Map<String, Long> groups = new HashMap<>();
        Map<String, Long> units = new HashMap<>();
        for (Part part : unknown) {
            add(stratum(part.code()), node(group(part.group())), node(unit(part.unit())), countOf.applyAsLong(part),
                    mostOf.applyAsLong(part));
            groups.merge(part.group(), countOf.applyAsLong(part), Long::sum);
            units.merge(part.unit(), countOf.applyAsLong(part), Long::sum);
        }
        groups.forEach((code, people) -> {
            if (isHiddenGroup.test(code)) {
                add(group(code), node("groups"), node(group(code)), people, Part.UNKNOWN);
            }
        });
        units.forEach((code, people) -> {
            if (isHiddenUnit.test(code)) {
                add(unit(code), node(unit(code)), node("units"), people, Part.UNKNOWN);
            }
        });
    }

    static String stratum(String code) {
        return "stratum " + code;
    }

    static String group(String code) {
        return "group " + code;
    }

    static String unit(String code) {
        return "unit " + code;
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, each -> {
            arcsOf.add(new ArrayList<>());
            return arcsOf.size() - 1;
        });
    }

    private void add(String name, int from, int to, long count, long mostCount) {
        arcs.put(name, ends.size());
        arcsOf.get(from).add(ends.size());
        arcsOf.get(to).add(ends.size());
        ends.add(new int[] { from, to });
        counts.add(count);
        most.add(mostCount);
    }

    /**
     * How many other numbers are possible for a hidden stratum, group or unit.
     *
     * @param enough no more are looked for
     */
    long others(String name, long enough) {
        int arc = arcs.get(name);
        int[] end = ends.get(arc);
        long more = sent(arc, end[1], end[0], Math.min(enough, most.get(arc) - counts.get(arc)));
        return more + sent(arc, end[0], end[1], Math.min(enough - more, counts.get(arc)));
    }

    /** How much can be sent beside the arc, along the shortest ways first. */
    private long sent(int beside, int from, int to, long enough) {
        long[] flow = counts.stream().mapToLong(Long::longValue).toArray();
        long sent = 0;
        while (sent < enough) {
            long step = step(flow, beside, from, to, enough - sent);
            if (step == 0) {
                return sent;
            }
            sent += step;
        }
        return sent;
    }

    private long step(long[] flow, int beside, int from, int to, long enough) {
        if (!findWay(flow, beside, from, to)) {
            return 0;
        }
        long step = enough;
        for (int node = to; node != from; node = before(node)) {
            step = Math.min(step, room(flow, cameBy[node], before(node)));
        }
        for (int node = to; node != from;) {
            int arc = cameBy[node];
            int before = before(node);
            flow[arc] += ends.get(arc)[0] == before ? step : -step;
            node = before;
        }
        return step;
    }

    private boolean findWay(long[] flow, int beside, int from, int to) {
        cameBy = new int[arcsOf.size()];
        Arrays.fill(cameBy, -1);
        cameBy[from] = beside;
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && cameBy[to] < 0) {
            int node = next.remove();
            for (int arc : arcsOf.get(node)) {
                int other = ends.get(arc)[0] + ends.get(arc)[1] - node;
                if (arc != beside && cameBy[other] < 0 && room(flow, arc, node) > 0) {
                    cameBy[other] = arc;
                    next.add(other);
                }
            }
        }
        return cameBy[to] >= 0;
    }

    private int before(int node) {
        int[] end = ends.get(cameBy[node]);
        return end[0] + end[1] - node;
    }

    private long room(long[] flow, int arc, int from) {
        return ends.get(arc)[0] == from ? most.get(arc) - flow[arc] : flow[arc];
    }
}
