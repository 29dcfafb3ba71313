package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import vn.cchc.survey.stratum.Stratum;

/**
 * The strata, groups and units that are suppressed. Groups and units are sums of strata, and the total is the sum of all of
 * them, so a reader has one equation for each group and unit that is shown, one for the total, and one for all hidden groups
 * and all hidden units together. Three rules hold at the end:
 *
 * <ol>
 * <li>A part of fewer respondents than k is hidden.
 * <li>What remains of each equation after subtracting what is shown is nothing, or at least two parts with at least k
 * respondents.
 * <li>No combination of equations gives a hidden part, or several hidden parts with fewer than k respondents together.
 * </ol>
 *
 * Respondents without a stratum, a group or a unit are a part of their own, with the empty code.
 */
public final class SuppressedStrata {

    /** One stratum: its code, those of its group and unit, and its respondents. */
    record Part(String code, String group, String unit, long people) {
    }

    private final int suppressBelow;
    private final List<Part> strata;
    private final Margin groups;
    private final Margin units;
    private final Set<String> hidden = new HashSet<>();

    private SuppressedStrata(Collection<Part> strata, int suppressBelow) {
        this.suppressBelow = suppressBelow;
        // Empty strata are hidden at the end, so that a reader does not know which of them are.
        this.strata = strata.stream().filter(part -> part.people() > 0).sorted(Comparator.comparingLong(Part::people)).toList();
        this.groups = new Margin(Part::group);
        this.units = new Margin(Part::unit);
    }

    /** @param alreadyHidden what is hidden for another reason */
    static SuppressedStrata of(Collection<Part> strata, int suppressBelow, Optional<SuppressedStrata> alreadyHidden) {
        SuppressedStrata suppressed = new SuppressedStrata(strata, suppressBelow);
        alreadyHidden.ifPresent(before -> {
            suppressed.hidden.addAll(before.hidden);
            suppressed.groups.hidden.addAll(before.groups.hidden);
            suppressed.units.hidden.addAll(before.units.hidden);
        });
        suppressed.suppress();
        suppressed.hideEmpty(strata);
        return suppressed;
    }

    /**
     * The codes of the strata that are suppressed.
     *
     * @param people respondents by the code of the stratum, the empty one for those without
     */
    public static Set<String> codes(List<Stratum> strata, Map<String, Long> people, int suppressBelow) {
        List<Part> parts = new ArrayList<>(strata.stream().map(stratum -> new Part(stratum.code(), orNone(stratum.groupCode()),
                orNone(stratum.unit()), people.getOrDefault(stratum.code(), 0L))).toList());
        parts.add(new Part(StratumCounts.NONE, StratumCounts.NONE, StratumCounts.NONE,
                people.getOrDefault(StratumCounts.NONE, 0L)));
        return of(parts, suppressBelow, Optional.empty()).strata();
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
        while (protectStrata() || groups.protect() || units.protect() || protectCombinations()) {
            // Each round hides one more part, so this ends.
        }
    }

    private void hideEmpty(Collection<Part> all) {
        boolean any = !hidden.isEmpty() || !groups.hidden.isEmpty() || !units.hidden.isEmpty();
        all.stream().filter(part -> any && part.people() == 0).forEach(part -> {
            hidden.add(part.code());
            groups.hideIfEmpty(part.group());
            units.hideIfEmpty(part.unit());
        });
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

    /** Hides one more part, as near as possible to the strata that could be computed. */
    private boolean hideBeside(List<Part> computed) {
        Set<String> near = new HashSet<>();
        computed.forEach(part -> {
            near.add('g' + part.group());
            near.add('u' + part.unit());
        });
        return hideSmallest(shownStrata().filter(part -> near.contains('g' + part.group()) || near.contains('u' + part.unit())))
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
