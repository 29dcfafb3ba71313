package vn.cchc.rest.problem;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes JSON Pointers (RFC 6901). The pointer of the whole document is empty. */
public final class JsonPointer {

    private JsonPointer() {
    }

    public static String of(Stream<String> tokens) {
        return tokens.map(JsonPointer::escaped).collect(Collectors.joining());
    }

    public static String of(Object... tokens) {
        StringBuilder pointer = new StringBuilder();
        for (Object token : tokens) {
            pointer.append(escaped(String.valueOf(token)));
        }
        return pointer.toString();
    }

    private static String escaped(String token) {
        return '/' + token.replace("~", "~0").replace("/", "~1");
    }
}
