package vn.cchc.rest.precondition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tag of one representation of one revision. Its check covers the resource, the number and the hash of the content.
 * It proves that the tag was issued for a resource, without the content, which can differ between callers. It is no secret: a
 * caller may send {@code *} as well.
 */
record RevisionTag(long number, String content, String check) {

    private static final Pattern SYNTAX = Pattern.compile("\"(0|[1-9][0-9]{0,17})-([0-9a-f]{16})([0-9a-f]{16})\"");

    static RevisionTag of(Revision revision, byte[] json) {
        String content = Hash.of(json).substring(0, 16);
        return new RevisionTag(revision.number(), content, check(revision.type(), revision.id(), revision.number(), content));
    }

    /** Empty if no revision has such a tag. */
    static Optional<RevisionTag> read(String tag) {
        Matcher parts = SYNTAX.matcher(tag);
        return parts.matches()
                ? Optional.of(new RevisionTag(Long.parseLong(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    boolean isOfResource(Revision revision) {
        return check.equals(check(revision.type(), revision.id(), number, content));
    }

    private static String check(String type, String id, long number, String content) {
        return Hash.of(String.join("\n", type, id, String.valueOf(number), content).getBytes(UTF_8)).substring(0, 16);
    }

    @Override
    public String toString() {
        return "\"" + number + '-' + content + check + '"';
    }
}
