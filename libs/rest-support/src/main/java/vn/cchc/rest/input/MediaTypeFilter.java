package vn.cchc.rest.input;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * Accepts JSON in UTF-8 only, or the formats of files that an operation names. Nothing is accepted compressed, because it
 * could grow without bound.
 */
class MediaTypeFilter {

    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
    private static final String PARAMETER = "[ \\t]*;[ \\t]*" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\")";
    private static final Pattern MEDIA_TYPE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")((?:" + PARAMETER + ")*)");
    private static final Pattern OTHER_CHARSET = Pattern.compile("(?i).*;[ \\t]*charset=(?!\"?utf-8\"?[ \\t]*(?:;|$)).*");

    /** Before an operation is chosen, because the framework fails on what it cannot parse. */
    @ServerRequestFilter(preMatching = true)
    void requireWellFormed(ContainerRequestContext request) {
        List<String> types = values(request, HttpHeaders.CONTENT_TYPE);
        if (types.size() > 1 || types.stream().anyMatch(type -> !MEDIA_TYPE.matcher(type).matches())) {
            throw unsupported(HttpHeaders.CONTENT_TYPE);
        }
    }

    @ServerRequestFilter
    void requireAccepted(ContainerRequestContext request, ResourceInfo operation) {
        if (!hasBody(request)) {
            return;
        }
        Set<String> accepted = accepted(operation.getResourceMethod());
        if (values(request, HttpHeaders.CONTENT_TYPE).stream().noneMatch(type -> isOneOf(accepted, type))) {
            throw unsupported(HttpHeaders.CONTENT_TYPE);
        }
        if (values(request, HttpHeaders.CONTENT_ENCODING).stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"))) {
            throw unsupported(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static List<String> values(ContainerRequestContext request, String header) {
        return Optional.ofNullable(request.getHeaders().get(header)).stream().flatMap(List::stream).map(String::strip).toList();
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return request.getHeaderString("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    /** An operation that consumes everything checks the content of its body itself, and that is JSON. */
    private static Set<String> accepted(Method operation) {
        Consumes formats = operation.getAnnotation(Consumes.class);
        return formats == null || Set.of(formats.value()).contains(MediaType.WILDCARD) ? Set.of(MediaType.APPLICATION_JSON)
                : Set.of(formats.value());
    }

    private static boolean isOneOf(Set<String> accepted, String type) {
        Matcher parsed = MEDIA_TYPE.matcher(type);
        return parsed.matches() && accepted.contains(parsed.group(1).toLowerCase(Locale.ROOT))
                && !OTHER_CHARSET.matcher(parsed.group(2)).matches();
    }

    private static ProblemException unsupported(String header) {
        return new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                Stream.of(header).map(name -> Violation.at(name, CommonProblem.UNSUPPORTED_MEDIA_TYPE)).toList());
    }
}
