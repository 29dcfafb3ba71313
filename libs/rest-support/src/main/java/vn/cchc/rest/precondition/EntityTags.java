package vn.cchc.rest.precondition;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * The entity tags in a header (RFC 9110, 8.8.3).
 *
 * @param any whether the header is {@code *}
 */
record EntityTags(boolean any, Set<String> strong, Set<String> weak) {

    private static final Pattern NEXT = Pattern
            .compile("[ \\t,]*(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")[ \\t]*(?:,[ \\t,]*|$)");

    /** @param given every line of the header */
    static Optional<EntityTags> read(String header, List<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String list = String.join(",", given).strip();
        var tags = new EntityTags(list.equals("*"), new HashSet<>(), new HashSet<>());
        if (!tags.any) {
            tags.add(header, list);
        }
        return Optional.of(tags);
    }

    private void add(String header, String list) {
        Matcher tag = NEXT.matcher(list);
        do {
            if (!tag.lookingAt()) {
                throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                        List.of(Violation.at(header, CommonProblem.INVALID_PARAMETER)));
            }
            (tag.group(1) == null ? strong : weak).add(tag.group(2));
            tag.region(tag.end(), list.length());
        } while (tag.regionStart() < list.length());
    }

    /** Whether all tags are weak. */
    boolean areWeak() {
        return !any && strong.isEmpty();
    }

    /** A weak tag names equivalent states, which suffices for a read but not for a change (RFC 9110, 8.8.1). */
    boolean matchesStrong(String tag) {
        return any || strong.contains(tag);
    }

    boolean matchesWeak(String tag) {
        return matchesStrong(tag) || weak.contains(tag);
    }
}
