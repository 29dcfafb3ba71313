package vn.cchc.survey.result;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import vn.cchc.survey.stratum.Stratum;

/**
 * The strata, groups and units that are suppressed. Groups and units are sums of strata, and the total is the sum of all of
 * them, so a reader has one equation for each group and unit that is shown, one for the total, and one for all hidden groups
 * and all hidden units together. A reader also knows how many people were invited to a stratum, and its population, and how
 * many of all invited people
 * answered. Four rules
 * hold at the end:
 *
 * <ol>
 * <li>A part of fewer respondents than k is hidden.
 * <li>What remains of each equation after subtracting what is shown is nothing, or at least two parts with at least k
 * respondents.
 * <li>No combination of equations gives a hidden part, or several hidden parts with fewer than k respondents together.
 * <li>At least k numbers of respondents are possible for each hidden part, or as many as if nothing but the total was shown:
 * whatever of this a reader knows.
 * </ol>
 *
 * Respondents without a stratum, a group or a unit are a part of their own, with the empty code.
 */
public final class SuppressedStrata {

    /**
     * One stratum: its code, those of its group and unit, and its respondents.
     *
     * @param least respondents, if a reader knows how many answered an invitation
     * @param most respondents, if a reader knows how many can answer
     */
    record Part(String code, String group, String unit, long people, long least, long most) {

        /** More than there are people. */
        static final long UNKNOWN = 1L << 40;

        /**
         * Where more people answered than were invited, no more than these are taken to be possible: the response rate may
         * tell how many answered without an invitation.
         *
         * @param bounds such as the number of those who were invited
         */
        static Part of(String code, String group, String unit, long people, long least, long... bounds) {
            return new Part(code, group, unit, people, Math.max(0, least),
                    Math.max(people, Arrays.stream(bounds).min().orElse(UNKNOWN)));
        }
    }

    /** What a reader may know of the numbers of respondents, beside their sums. */
    private enum Knowledge {

        /** That they are not negative. */
        NONE(Part::people, part -> Part.UNKNOWN),
        /** How many can answer, because they need an invitation. */
        MOST(Part::people, Part::most),
        /** How many answered an invitation; nobody knows how many do without. */
        LEAST(part -> part.people() - part.least(), part -> Part.UNKNOWN);

        private final ToLongFunction<Part> unknown;
        private final ToLongFunction<Part> most;

        Knowledge(ToLongFunction<Part> unknown, ToLongFunction<Part> most) {
            this.unknown = unknown;
            this.most = most;
        }

        /** How many other numbers are possible for the sum of some strata if only the total is known. */
        private long othersByTotal(List<Part> of, List<Part> all) {
            long total = all.stream().mapToLong(unknown).sum();
            long mostOf = of.stream().mapToLong(most).sum();
            long mostOfOthers = all.stream().mapToLong(most).sum() - mostOf;
            return Math.min(mostOf, total) - Math.max(0, total - mostOfOthers);
        }
    }

    private final int suppressBelow;
    private final List<Part> all;
    private final List<Part> strata;
    /** The parts for which enough numbers are possible. */
    private final Map<Knowledge, Set<String>> wide = new EnumMap<>(Knowledge.class);
    private final Margin groups;
    private final Margin units;
    private final Set<String> hidden = new HashSet<>();

    private SuppressedStrata(Collection<Part> strata, int suppressBelow) {
        this.suppressBelow = suppressBelow;
        this.all = List.copyOf(strata);
        // Empty strata are hidden at the end, so that a reader does not know which of them are.
        this.strata = strata.stream().filter(part -> part.people() > 0).sorted(Comparator.comparingLong(Part::people)).toList();
        this.groups = new Margin(Part::group);
        this.units = new Margin(Part::unit);
    }

    /** @param hidden what is hidden for another reason */
    static SuppressedStrata of(Collection<Part> strata, int suppressBelow, Optional<SuppressedStrata> hidden) {
        SuppressedStrata suppressed = new SuppressedStrata(strata, suppressBelow);
        hidden.ifPresent(before -> {
            suppressed.hidden.addAll(before.hidden);
            suppressed.groups.hidden.addAll(before.groups.hidden);
            suppressed.units.hidden.addAll(before.units.hidden);
        });
        suppressed.suppress();
        return suppressed;
    }

    /**
     * What is hidden of a result. The progress shows numbers of the same strata, so both hide the same ones.
     *
     * @param rating respondents of the result by the code of the stratum, the empty one for those without
     * @param responses the numbers of the progress
     */
    static SuppressedStrata together(List<Stratum> strata, Map<String, Long> rating, Collection<Response> responses,
            int suppressBelow) {
        Map<String, Response> byStratum = responses.stream().collect(toMap(Response::stratum, Function.identity()));
        List<Part> rated = parts(strata, byStratum, rating);
        List<Part> answered = parts(strata, byStratum,
                responses.stream().collect(toMap(Response::stratum, Response::answered)));
        Set<String> few = responses.stream().filter(each -> each.isOfFew(suppressBelow)).map(Response::stratum)
                .collect(toSet());
        SuppressedStrata result = new SuppressedStrata(rated, suppressBelow);
        SuppressedStrata progress = new SuppressedStrata(answered, suppressBelow);
        result.hidden.addAll(few);
        do {
            result.suppress();
            progress.hideLike(result);
            progress.suppress();
        } while (result.hideLike(progress));
        return result;
    }

    /** @return whether that is more than before */
    private boolean hideLike(SuppressedStrata other) {
        boolean more = hidden.addAll(other.hidden);
        more |= groups.hidden.addAll(other.groups.hiddenCodes().toList());
        more |= units.hidden.addAll(other.units.hiddenCodes().toList());
        return more;
    }

    /** The codes of the strata whose numbers of respondents are hidden, in the progress and in the result; like the above. */
    public static Set<String> codes(List<Stratum> strata, Map<String, Long> rating, Collection<Response> responses,
            int suppressBelow) {
        return together(strata, rating, responses, suppressBelow).strata();
    }

    private static List<Part> parts(List<Stratum> strata, Map<String, Response> responses, Map<String, Long> people) {
        List<Part> parts = new ArrayList<>(strata.stream().map(stratum -> part(stratum.code(), orNone(stratum.groupCode()),
                orNone(stratum.unit()), responses, people, stratum.population())).toList());
        parts.add(part(StratumCounts.NONE, StratumCounts.NONE, StratumCounts.NONE, responses, people, null));
        return parts;
    }

    private static Part part(String code, String group, String unit, Map<String, Response> responses, Map<String, Long> people,
            Long population) {
        Response response = responses.getOrDefault(code, new Response(code, 0, 0, 0));
        long count = people.getOrDefault(code, 0L);
        return Part.of(code, group, unit, count, count - response.uninvitedAnswers(), response.invited(),
                population == null ? Part.UNKNOWN : population);
    }

    private static String orNone(String code) {
        return Objects.requireNonNullElse(code, StratumCounts.NONE);
    }

    Set<String> strata() {
        return hidden;
    }

    Set<String> groups() {
        return groups.hidden;
    }

    Set<String> units() {
        return units.hidden;
    }

    private void suppress() {
        strata.stream().filter(part -> part.people() < suppressBelow).map(Part::code).forEach(hidden::add);
        groups.hideSmall();
        units.hideSmall();
        while (protectStrata() || groups.protect() || units.protect() || protectCombinations()
                || Arrays.stream(Knowledge.values()).anyMatch(this::widen)) {
            // Each round hides one more part, so this ends.
        }
        hideEmpty();
    }

    /** Those that a reader can compute anyway are shown. If nobody answered at all, the total says so. */
    private void hideEmpty() {
        if (strata.isEmpty()) {
            return;
        }
        if (isAnyHidden()) {
            PossibleCounts unbounded = possible(Knowledge.NONE);
            PossibleCounts bounded = possible(Knowledge.MOST);
            all.stream().filter(part -> part.people() == 0 && !hidden.contains(part.code()))
                    .filter(part -> unbounded.others(PossibleCounts.stratum(part.code()), 1) > 0
                            && (bounded.others(PossibleCounts.stratum(part.code()), 1) > 0
                                    || Knowledge.MOST.othersByTotal(List.of(part), all) == 0))
                    .map(Part::code).toList().forEach(hidden::add);
        }
        all.stream().filter(part -> part.people() == 0 && hidden.contains(part.code())).forEach(part -> {
            groups.hideIfEmpty(part.group());
            units.hideIfEmpty(part.unit());
        });
    }

    private boolean isAnyHidden() {
        return !hidden.isEmpty() || !groups.hidden.isEmpty() || !units.hidden.isEmpty();
    }

    /** Hides one more part if too few numbers are possible for a hidden one. What is possible once stays possible. */
    private boolean widen(Knowledge knowledge) {
        if (!isAnyHidden()) {
            return false;
        }
        PossibleCounts possible = possible(knowledge);
        return all.stream().filter(part -> hidden.contains(part.code()))
                .anyMatch(part -> isNarrow(possible, PossibleCounts.stratum(part.code()), List.of(part), knowledge)
                        && hideBeside(List.of(part)))
                || groups.widen(possible, PossibleCounts::group, knowledge)
                || units.widen(possible, PossibleCounts::unit, knowledge);
    }

    private boolean isNarrow(PossibleCounts possible, String name, List<Part> of, Knowledge knowledge) {
        Set<String> done = wide.computeIfAbsent(knowledge, each -> new HashSet<>());
        if (!done.contains(name)) {
            long enough = Math.min(suppressBelow - 1, knowledge.othersByTotal(of, all));
            if (possible.others(name, enough) < enough) {
                return true;
            }
            done.add(name);
        }
        return false;
    }

    /** A reader does not know which strata are empty. */
    private PossibleCounts possible(Knowledge knowledge) {
        return new PossibleCounts(all.stream().filter(part -> part.people() == 0 || hidden.contains(part.code())).toList(),
                groups::isUnknown, units::isUnknown, knowledge.unknown, knowledge.most);
    }

    /** The total minus the strata that are shown. */
    private boolean protectStrata() {
        return isRevealing(hiddenStrata().toList()) && hideSmallest(shownStrata());
    }

    private boolean protectCombinations() {
        List<Part> unknown = hiddenStrata().toList();
        if (unknown.isEmpty()) {
            return false;
        }
        NullVector vector = new NullVector(unknown, Stream.concat(groups.equations(), units.equations()).toList());
        List<List<Part>> parts = Stream.concat(unknown.stream().map(List::of),
                Stream.concat(groups.hiddenParts(), units.hiddenParts())).toList();
        return vector.determined(parts, suppressBelow).map(this::hideBeside).orElse(false);
    }

    /**
     * Hides one more part, as near as possible to the strata that could be computed; at first one that may have more people.
     */
    private boolean hideBeside(List<Part> computed) {
        Set<String> near = new HashSet<>();
        computed.forEach(part -> {
            near.add('g' + part.group());
            near.add('u' + part.unit());
        });
        List<Part> shown = shownStrata()
                .filter(part -> near.contains('g' + part.group()) || near.contains('u' + part.unit())).toList();
        return hideSmallest(shown.stream().filter(part -> part.people() < part.most())) || hideSmallest(shown.stream())
                || groups.hideWith(computed) || units.hideWith(computed) || hideSmallest(shownStrata()) || groups.hideSmallest()
                || units.hideSmallest();
    }

    private Stream<Part> hiddenStrata() {
        return strata.stream().filter(part -> hidden.contains(part.code()));
    }

    private Stream<Part> shownStrata() {
        return strata.stream().filter(part -> !hidden.contains(part.code()));
    }

    private boolean hideSmallest(Stream<Part> shown) {
        return shown.findFirst().map(part -> hidden.add(part.code())).orElse(false);
    }

    private boolean isRevealing(List<Part> rest) {
        return !rest.isEmpty() && (rest.size() == 1 || people(rest) < suppressBelow);
    }

    private static long people(Collection<Part> parts) {
        return parts.stream().mapToLong(Part::people).sum();
    }

    /** The groups, or the units: each stratum is in one of them. */
    private final class Margin {

        private final Function<Part, String> key;
        private final List<String> codes;
        private final Set<String> hidden = new HashSet<>();

        private Margin(Function<Part, String> key) {
            this.key = key;
            this.codes = strata.stream().map(key).distinct().sorted(Comparator.comparingLong(code -> people(of(code))))
                    .toList();
        }

        private List<Part> of(String code) {
            return strata.stream().filter(part -> key.apply(part).equals(code)).toList();
        }

        private void hideSmall() {
            codes.stream().filter(code -> people(of(code)) < suppressBelow).forEach(hidden::add);
        }

        private boolean isUnknown(String code) {
            return hidden.contains(code) || !codes.contains(code);
        }

        private boolean widen(PossibleCounts possible, UnaryOperator<String> name, Knowledge knowledge) {
            return hiddenCodes().toList().stream()
                    .anyMatch(code -> isNarrow(possible, name.apply(code), ofAll(code), knowledge) && hideBeside(of(code)));
        }

        private List<Part> ofAll(String code) {
            return all.stream().filter(part -> key.apply(part).equals(code)).toList();
        }

        private void hideIfEmpty(String code) {
            if (!codes.contains(code)) {
                hidden.add(code);
            }
        }

        private boolean protect() {
            for (String code : codes) {
                if (!hidden.contains(code) && isRevealing(hiddenIn(code))) {
                    return SuppressedStrata.this.hideSmallest(shownIn(code)) || hidden.add(code);
                }
                // A hidden group is the sum of its strata.
                if (hidden.contains(code) && hiddenIn(code).isEmpty()) {
                    return SuppressedStrata.this.hideSmallest(shownIn(code));
                }
            }
            return isRevealingTogether() && hideSmallest();
        }

        /** The total minus what is shown. */
        private boolean isRevealingTogether() {
            List<String> together = hiddenCodes().toList();
            return !together.isEmpty() && (together.size() == 1
                    || together.stream().mapToLong(code -> people(of(code))).sum() < suppressBelow);
        }

        private boolean hideSmallest() {
            return codes.stream().filter(code -> !hidden.contains(code)).findFirst().map(hidden::add).orElse(false);
        }

        private boolean hideWith(List<Part> parts) {
            return parts.stream().map(key).filter(code -> !hidden.contains(code)).findFirst().map(hidden::add).orElse(false);
        }

        private Stream<String> hiddenCodes() {
            return codes.stream().filter(hidden::contains);
        }

        private List<Part> hiddenIn(String code) {
            return of(code).stream().filter(part -> SuppressedStrata.this.hidden.contains(part.code())).toList();
        }

        private Stream<Part> shownIn(String code) {
            return of(code).stream().filter(part -> !SuppressedStrata.this.hidden.contains(part.code()));
        }

        /** The hidden strata of each sum that a reader knows. */
        private Stream<List<Part>> equations() {
            return Stream.concat(codes.stream().filter(code -> !hidden.contains(code)).map(this::hiddenIn),
                    Stream.of(hiddenCodes().flatMap(code -> hiddenIn(code).stream()).toList()));
        }

        private Stream<List<Part>> hiddenParts() {
            return hiddenCodes().map(this::hiddenIn);
        }
    }
}
