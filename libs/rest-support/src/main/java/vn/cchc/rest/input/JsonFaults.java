package vn.cchc.rest.input;

import java.io.IOException;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ConstraintViolations;
import vn.cchc.rest.problem.IncompleteBodyException;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemMessages;
import vn.cchc.rest.problem.Violation;

/**
 * Names every fault of a JSON body that cannot be read. Jackson stops at the first value of a wrong type, so the value is taken
 * out and the body is read again.
 */
@ApplicationScoped
class JsonFaults {

    /** Bytes that are read again for one request, so that a large body with many faults costs no more than a large body. */
    private static final int MAX_READ_AGAIN = 20_000_000;
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private final ObjectMapper json;
    private final Validator validator;

    JsonFaults(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @return null if the failure is none of the text of the body, or a problem that a record threw */
    static JsonProcessingException unreadable(Throwable failure) {
        JsonProcessingException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException || cause instanceof IncompleteBodyException) {
                return null;
            }
            if (found == null && cause instanceof JsonProcessingException unreadable) {
                found = unreadable;
            }
        }
        return found;
    }

    /** @param first the fault at which Jackson stopped */
    List<Violation> all(byte[] body, Type type, JsonProcessingException first, ProblemMessages texts) {
        List<Violation> faults = new ArrayList<>();
        JsonNode rest = first instanceof JsonMappingException ? parsed(body) : null;
        JsonProcessingException fault = first;
        for (long read = 0; fault != null && read <= MAX_READ_AGAIN; read += body.length) {
            Violation violation = violation(fault, texts);
            faults.add(violation);
            if (rest == null || !takeOut(fault, rest)) {
                return faults;
            }
            try {
                Object readable = json.readerFor(json.constructType(type)).readValue(rest);
                faults.addAll(brokenConstraints(readable, faults));
                fault = null;
            } catch (JsonProcessingException next) {
                fault = next;
            } catch (IOException | RuntimeException e) {
                return faults;
            }
        }
        return faults;
    }

    private JsonNode parsed(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** A required value that was taken out is not missing. */
    private List<Violation> brokenConstraints(Object readable, List<Violation> faults) {
        if (readable == null) {
            return List.of();
        }
        return ConstraintViolations.inBody(validator.validate(readable)).stream()
                .filter(broken -> faults.stream().noneMatch(fault -> isWithin(broken.pointer(), fault.pointer()))).toList();
    }

    static boolean isWithin(String pointer, String parent) {
        return pointer.equals(parent) || pointer.startsWith(parent + '/');
    }

    /** @return false if there is nothing to take out */
    private static boolean takeOut(JsonProcessingException fault, JsonNode from) {
        Iterator<Reference> path = fault instanceof JsonMappingException mapping ? mapping.getPath().iterator()
                : List.<Reference> of().iterator();
        JsonNode parent = from;
        while (path.hasNext()) {
            Reference step = path.next();
            JsonNode value = step.getFieldName() == null ? parent.get(step.getIndex()) : parent.get(step.getFieldName());
            if (!path.hasNext()) {
                return takeOut(parent, step, value, fault instanceof UnrecognizedPropertyException);
            }
            parent = value == null ? from : value;
        }
        return false;
    }

    private static boolean takeOut(JsonNode parent, Reference step, JsonNode value, boolean unknown) {
        if (value == null || value.isNull()) {
            return false;
        }
        if (parent instanceof ArrayNode list) {
            list.setNull(step.getIndex());
        } else if (unknown) {
            ((ObjectNode) parent).remove(step.getFieldName());
        } else {
            ((ObjectNode) parent).putNull(step.getFieldName());
        }
        return true;
    }

    private static Violation violation(JsonProcessingException fault, ProblemMessages texts) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return Violation.withDetail("", CommonProblem.INVALID_BODY,
                    texts.text(CommonProblem.INVALID_BODY, "no-json", List.of()));
        }
        String pointer = JsonPointer.of(mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        return Violation.withDetail(pointer, CommonProblem.INVALID_BODY, detail(mapping, texts));
    }

    private static String detail(JsonMappingException fault, ProblemMessages texts) {
        if (fault instanceof UnrecognizedPropertyException) {
            return texts.text(CommonProblem.INVALID_BODY, "unknown-field", List.of());
        }
        Class<?> wanted = fault instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (wanted == LocalDate.class) {
            return texts.detail(CommonProblem.NOT_A_DATE, List.of());
        }
        if (wanted == UUID.class) {
            return texts.detail(CommonProblem.NOT_A_UUID, List.of());
        }
        if (wanted != null && INTEGERS.contains(wanted)) {
            return texts.detail(CommonProblem.NOT_AN_INTEGER, List.of());
        }
        if (wanted != null && wanted.isEnum()) {
            return texts.detail(CommonProblem.NOT_ONE_OF, List.of(Arrays.stream(wanted.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name()).collect(Collectors.joining(", "))));
        }
        return texts.text(CommonProblem.INVALID_BODY, "unreadable-value", List.of());
    }
}
