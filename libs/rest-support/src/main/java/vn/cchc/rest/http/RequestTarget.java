package vn.cchc.rest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The target of a request (RFC 9112, 3.2), as it was received: each byte is one character. */
public final class RequestTarget {

    private static final String PATH = "path";
    private static final String QUERY = "query";

    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]+");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^https?://[^/?#]+");

    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    private RequestTarget() {
    }

    /**
     * Whether a path is a second name for a resource: matrix parameters, a slash at the end, empty segments and dot segments.
     */
    public static boolean isAlias(String path) {
        return path.indexOf(';') >= 0 || path.endsWith("/") || path.contains("//")
                || path.contains("/.") && DOT_SEGMENT.matcher(path).find();
    }

    static boolean isPath(String target) {
        return target.startsWith("/") || AUTHORITY.matcher(target).find();
    }

    /** Without the authority. */
    static String originForm(String target) {
        String path = AUTHORITY.matcher(target).replaceFirst("");
        return path.startsWith("/") ? path : '/' + path;
    }

    /** The malformed parts of an origin form: the path, and the names of parameters. */
    static List<String> malformedParts(String target) {
        String[] parts = target.split("\\?", 2);
        Stream<String> path = isLegal(parts[0]) ? Stream.empty() : Stream.of(PATH);
        Stream<String> parameters = parts.length == 1 ? Stream.empty()
                : Stream.of(parts[1].split("&")).filter(parameter -> !isLegal(parameter)).map(RequestTarget::name);
        return Stream.concat(path, parameters).distinct().sorted().toList();
    }

    private static String name(String parameter) {
        String name = parameter.split("=", 2)[0];
        return isLegal(name) && !name.isEmpty() ? URLDecoder.decode(name, UTF_8) : QUERY;
    }

    /** Escaped bytes must be UTF-8: the framework would replace those that are not. */
    private static boolean isLegal(String text) {
        if (ILLEGAL.matcher(text).find()) {
            return false;
        }
        if (text.indexOf('%') < 0) {
            return true;
        }
        if (BAD_ESCAPE.matcher(text).find()) {
            return false;
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** With escapes for the characters that a URI may not contain. */
    static String escaped(String target) {
        return ILLEGAL.matcher(target).replaceAll(found -> URLEncoder.encode(found.group(), ISO_8859_1).replace("+", "%20"));
    }

    /** Also with an escape for each percent sign that begins none. */
    static String repaired(String target) {
        return BAD_ESCAPE.matcher(escaped(target)).replaceAll("%25");
    }
}
