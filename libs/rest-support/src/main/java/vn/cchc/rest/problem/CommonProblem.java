package vn.cchc.rest.problem;

import java.util.Arrays;

/** The problems that every service shares. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(400),
    INVALID_BODY(400),
    NOT_UTF_8(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    REPEATED_PARAMETER(400),
    EMPTY_PARAMETER(400),
    NOT_AN_INTEGER(400),
    NOT_A_DATE(400),
    NOT_A_UUID(400),
    NOT_ONE_OF(400),
    UNSUPPORTED_PRECONDITION(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    FOREIGN_UNIT(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    WEAK_ENTITY_TAG(412),
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

    /** The general problem for a status that the framework chose. */
    public static CommonProblem forStatus(int status) {
        return switch (status) {
            case 400, 414, 431 -> MALFORMED_REQUEST;
            case 403 -> FORBIDDEN;
            case 422 -> INVALID_INPUT;
            default -> Arrays.stream(values()).filter(type -> type.status == status).findFirst().orElse(INTERNAL_ERROR);
        };
    }
}
