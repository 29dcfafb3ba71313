package vn.cchc.rest.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Every body is JSON in UTF-8: no file, no form, nothing compressed that would grow when it is unpacked. */
class JsonMediaTypeFilter {

    @ServerRequestFilter
    void refuseWhatIsNoJson(ContainerRequestContext request) {
        if (hasBody(request) && (!isJson(request.getMediaType()) || isCompressed(request))) {
            throw new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return request.getHeaderString("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    private static boolean isJson(MediaType type) {
        return type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !type.isWildcardType();
    }

    private static boolean isCompressed(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    /** The JSON reader is lenient here: it takes UTF-16 for what it is, and a letter in more bytes than it needs. */
    @Provider
    static class Utf8 implements ReaderInterceptor {

        private final RequestBodySizeLimit limit;
        private final RoutingContext request;

        Utf8(RequestBodySizeLimit limit, RoutingContext request) {
            this.limit = limit;
            this.request = request;
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            byte[] body = limit.read(context.getInputStream(), request);
            if (!isUtf8(body)) {
                throw new ProblemException(CommonProblem.INVALID_BODY, List.of(Violation.at("", CommonProblem.INVALID_BODY)));
            }
            context.setInputStream(new ByteArrayInputStream(body));
            return context.proceed();
        }

        private static boolean isUtf8(byte[] body) {
            try {
                // No JSON text has a NUL, and none in UTF-16 or UTF-32 is without one.
                return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).chars().noneMatch(character -> character == 0);
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }
}
