package vn.cchc.rest.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every error response, by RFC 9457 ({@code application/problem+json}).
 *
 * @param type address of the page that explains the problem type
 * @param title name of the problem type, in the caller's language
 * @param status HTTP status
 * @param detail explanation of this occurrence, in the caller's language
 * @param instance path of the request
 * @param code stable code of the problem type
 * @param traceId identifier of the request in logs and traces
 * @param errors every violation in the input, all at once
 */
@Schema(description = "An error, by RFC 9457")
public record Problem(
        @Schema(description = "Address of the page that explains the problem type", examples = "/api/v1/problems/reporting/return-without-reason") URI type,
        String title, int status, String detail, URI instance, String code, String traceId, List<ProblemError> errors) {

    private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/%]+|%(?![0-9A-Fa-f]{2})|^//+");

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param service name of the service that responds
     * @param path path of the request, as it was received
     */
    public static Problem of(ProblemException exception, String service, String path, String traceId,
            ProblemMessages messages) {
        return of(exception.type(), exception.args(), ProblemError.all(exception.violations(), messages), service, path,
                traceId,
                messages);
    }

    static Problem of(ProblemType type, List<Object> args, List<ProblemError> errors, String service, String path,
            String traceId, ProblemMessages messages) {
        return new Problem(URI.create("/api/v1/problems/" + service + '/' + type.code()), messages.title(type), type.status(),
                messages.detail(type, args), instance(path), type.code(), traceId, errors);
    }

    /** What a URI may not contain is escaped, so that a malformed path can be named too. */
    private static URI instance(String path) {
        return URI.create(ILLEGAL.matcher(path).replaceAll(found -> URLEncoder.encode(found.group(), UTF_8)));
    }
}
