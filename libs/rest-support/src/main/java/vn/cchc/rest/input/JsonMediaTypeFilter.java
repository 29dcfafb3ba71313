package vn.cchc.rest.input;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Accepts JSON in UTF-8 only: no file, no form, and nothing compressed, which could grow without bound. */
class JsonMediaTypeFilter {

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
    void requireJson(ContainerRequestContext request) {
        if (!hasBody(request)) {
            return;
        }
        if (values(request, HttpHeaders.CONTENT_TYPE).stream().noneMatch(JsonMediaTypeFilter::isJson)) {
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

    private static boolean isJson(String type) {
        Matcher parsed = MEDIA_TYPE.matcher(type);
        return parsed.matches() && parsed.group(1).equalsIgnoreCase("application/json")
                && !OTHER_CHARSET.matcher(parsed.group(2)).matches();
    }

    private static ProblemException unsupported(String header) {
        return new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                Stream.of(header).map(name -> Violation.at(name, CommonProblem.UNSUPPORTED_MEDIA_TYPE)).toList());
    }
}
