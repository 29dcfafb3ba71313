package vn.cchc.rest.problem;

import java.net.URI;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every refusal, by RFC 9457 ({@code application/problem+json}).
 *
 * @param type where this kind of problem is explained
 * @param title the kind, in the caller's language
 * @param status the HTTP status
 * @param detail this occurrence, in the caller's language
 * @param instance the path that was asked for
 * @param code stable code of the kind
 * @param traceId under which operators find the request
 * @param errors everything that is wrong with the input, all at once
 */
@Schema(description = "A refusal, by RFC 9457")
public record Problem(
        @Schema(description = "Where this kind of problem is explained", examples = "/api/v1/problems/reporting/return-without-reason") URI type,
        String title, int status, String detail, URI instance, String code, String traceId, List<ProblemError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * @param service the name of the service that refuses
     * @param path the path that was asked for
     */
    public static Problem of(ProblemException refusal, String service, String path, String traceId, ProblemMessages wording) {
        return of(refusal.type(), refusal.args(), ProblemError.all(refusal.violations(), wording), service, path, traceId,
                wording);
    }

    static Problem of(ProblemType type, List<Object> args, List<ProblemError> errors, String service, String path,
            String traceId, ProblemMessages wording) {
        return new Problem(URI.create("/api/v1/problems/" + service + '/' + type.code()), wording.title(type), type.status(),
                wording.detail(type, args), URI.create(path), type.code(), traceId, errors);
    }
}
