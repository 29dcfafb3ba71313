package vn.cchc.rest.problem;

import java.util.Arrays;

/** What any service may refuse, whatever its subject. */
public enum CommonProblem implements ProblemType {
    INVALID_BODY(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    FOREIGN_UNIT(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_INPUT(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    BAD_GATEWAY(502),
    UNAVAILABLE(503),
    GATEWAY_TIMEOUT(504);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The general type for a status that comes from the framework and not from a rule of ours. */
    public static CommonProblem forStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_PARAMETER;
            case 403 -> FORBIDDEN;
            case 422 -> INVALID_INPUT;
            default -> Arrays.stream(values()).filter(type -> type.status == status).findFirst().orElse(INTERNAL_ERROR);
        };
    }
}
