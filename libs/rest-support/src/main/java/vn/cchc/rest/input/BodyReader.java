package vn.cchc.rest.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.ProblemResponder;
import vn.cchc.rest.problem.ProblemType;

/** Limits the body of each operation: by its declared length before anything is read, and while it is read. */
@Provider
class BodyReader implements ReaderInterceptor {

    private static final String LIMIT = BodyReader.class.getName();
    private static final BodyMemory NOT_HELD = new BodyMemory(Long.MAX_VALUE);

    private final BodyLimits limits;
    private final BodyMemory memory;
    private final JsonFaults faults;
    private final RoutingContext request;

    BodyReader(BodyLimits limits, BodyMemory memory, JsonFaults faults, RoutingContext request) {
        this.limits = limits;
        this.memory = memory;
        this.faults = faults;
        this.request = request;
    }

    @ServerRequestFilter
    void checkDeclaredLength(ContainerRequestContext context, ResourceInfo operation) {
        long limit = limit(operation.getResourceMethod());
        request.put(LIMIT, limit);
        String length = context.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            ProblemResponder.announceClose(request);
            throw new ProblemException(CommonProblem.TOO_LARGE);
        }
    }

    private long limit(Method operation) {
        MaxBodySize own = operation.getAnnotation(MaxBodySize.class);
        return own == null ? limits.maxBodySize().asLongValue() : bytes(own.value());
    }

    static long bytes(String size) {
        MemorySize parsed = new MemorySizeConverter().convert(size);
        return parsed.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = new BodyStream(context.getInputStream(), request.get(LIMIT), memory(context.getType()),
                notText(context.getMediaType()));
        request.addEndHandler(answered -> body.release());
        try {
            Object entity = isJson(context) ? readJson(context, body) : read(context, body);
            drain(body);
            return entity;
        } catch (IOException | RuntimeException e) {
            drainOrClose(body);
            throw e;
        }
    }

    private static Object read(ReaderInterceptorContext context, InputStream body) throws IOException {
        context.setInputStream(body);
        return context.proceed();
    }

    /** Holds the bytes, so that a body that cannot be read is read again for its further faults. */
    private Object readJson(ReaderInterceptorContext context, InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        try {
            return read(context, new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            JsonProcessingException unreadable = JsonFaults.unreadable(e);
            if (unreadable == null) {
                throw e;
            }
            throw new ProblemException(CommonProblem.INVALID_BODY, faults.all(bytes, context.getGenericType(), unreadable,
                    ProblemMessages.accepted(request.request().headers().getAll(HttpHeaders.ACCEPT_LANGUAGE))));
        }
    }

    private static boolean isJson(ReaderInterceptorContext context) {
        return context.getMediaType() != null && context.getMediaType().getSubtype().equalsIgnoreCase("json")
                && !StreamedBody.class.isAssignableFrom(context.getType());
    }

    private BodyMemory memory(Class<?> type) {
        return StreamedBody.class.isAssignableFrom(type) ? NOT_HELD : memory;
    }

    /** JSON and CSV are text; a workbook has any bytes. */
    private static ProblemType notText(MediaType type) {
        if (type == null || type.getSubtype().equalsIgnoreCase("json")) {
            return CommonProblem.INVALID_BODY;
        }
        return type.getType().equalsIgnoreCase("text") ? CommonProblem.NOT_UTF_8 : null;
    }

    private void drainOrClose(BodyStream body) {
        try {
            drain(body);
        } catch (IOException | RuntimeException e) {
            ProblemResponder.announceClose(request);
        }
    }

    /** A connection takes its next request only after the whole body of this one. */
    private static void drain(InputStream body) throws IOException {
        byte[] rest = new byte[1024];
        while (body.read(rest) >= 0) {
            // Checked and counted by reading it.
        }
    }
}
