package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The strata that the figures of topics and questions do not tell apart. Such a figure with weights or an interval
 * depends on how many people of each stratum answered, so strata are collapsed until each block of them has no or at
 * least k answers in every sum of questions that a reader can form. The blocks are the same for all topics and
 * questions: the difference of two of their figures rests on the same blocks.
 */
final class CollapsedStrata {

    private final ResultParts parts;
    /** The indices of the questions in each sum. */
    private final List<int[]> sums;
    private final int suppressBelow;
    private final boolean byGroup;
    private final Set<String> collapsed = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    CollapsedStrata(ResultParts parts, SuppressedStrata hidden, SuppressedQuestions hiddenQuestions, SurveyDesign design) {
        this.parts = parts;
        this.sums = hiddenQuestions.sums().stream()
                .map(sum -> sum.stream().mapToInt(parts.questions()::indexOf).toArray()).toList();
        this.suppressBelow = design.suppressBelow();
        this.byGroup = design.method().aggregation() == Aggregation.MEAN_OF_GROUPS;
        if (byGroup) {
            groups.addAll(collapse(groupBlocks(), hidden.groups()::contains));
        }
        areas().forEach(area -> collapsed.addAll(
                collapse(area.stream().map(this::block).toList(), hidden.strata()::contains)));
    }

    /** The answers of a stratum or a group, by the order of the questions. */
    private record Block(String code, long people, long[] answers) {

        Block plus(Block other) {
            long[] sum = answers.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other.answers[i];
            }
            return new Block(code, people + other.people, sum);
        }
    }

    /** The codes of strata; the empty one is that of respondents without a stratum. */
    Set<String> strata() {
        return collapsed;
    }

    /** The codes of groups, if figures tell groups apart. */
    Set<String> groups() {
        return groups;
    }

    /** The strata that are counted together in each figure of a topic or a question. */
    List<Set<String>> blocks() {
        List<Set<String>> blocks = new ArrayList<>();
        areas().forEach(area -> {
            Set<String> together = new HashSet<>();
            area.stream().map(StratumCounts::code).forEach(code -> {
                if (collapsed.contains(code)) {
                    together.add(code);
                } else {
                    blocks.add(Set.of(code));
                }
            });
            blocks.add(together);
        });
        return blocks;
    }

    /** The strata of each group that is told apart, and those of all others; without groups, all strata. */
    private List<List<StratumCounts>> areas() {
        Map<String, List<StratumCounts>> areas = new TreeMap<>();
        parts.strata().forEach(each -> areas.computeIfAbsent(area(each), code -> new ArrayList<>()).add(each));
        return List.copyOf(areas.values());
    }

    private String area(StratumCounts stratum) {
        return !byGroup || groups.contains(stratum.group()) ? StratumCounts.NONE : stratum.group();
    }

    private List<Block> groupBlocks() {
        Map<String, Block> blocks = new HashMap<>();
        parts.strata().forEach(each -> {
            Block block = block(each);
            blocks.merge(each.group(), new Block(each.group(), block.people(), block.answers()), Block::plus);
        });
        return List.copyOf(blocks.values());
    }

    private Block block(StratumCounts stratum) {
        return new Block(stratum.code(), stratum.people().rating(),
                parts.questions().stream().mapToLong(question -> stratum.of(List.of(question)).answers()).toArray());
    }

    /** @return the codes of those that are counted together */
    private Set<String> collapse(List<Block> blocks, Predicate<String> isHidden) {
        Set<String> together = new HashSet<>();
        Block sum = new Block(StratumCounts.NONE, 0, new long[parts.questions().size()]);
        List<Block> apart = new ArrayList<>();
        for (Block block : blocks) {
            if (block.code().isEmpty() || isHidden.test(block.code()) || !isSafe(block)) {
                together.add(block.code());
                sum = sum.plus(block);
            } else {
                apart.add(block);
            }
        }
        apart.sort(Comparator.comparingLong(Block::people).thenComparing(Block::code));
        for (Block block : apart) {
            if (isSafe(sum)) {
                break;
            }
            together.add(block.code());
            sum = sum.plus(block);
        }
        return together;
    }

    private boolean isSafe(Block block) {
        return sums.stream().mapToLong(sum -> people(block, sum)).allMatch(people -> people == 0 || people >= suppressBelow);
    }

    /** One respondent answers several questions, so the largest number is a lower bound of those behind all of them. */
    private static long people(Block block, int[] sum) {
        return Arrays.stream(sum).mapToLong(question -> block.answers()[question]).max().orElse(0);
    }
}
