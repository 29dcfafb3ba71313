package vn.cchc.rest.input;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

/** Checks the text of a parameter by the type of the parameter, more strictly than Java's own parsers. */
final class ParameterSyntax {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final List<String> FACTORIES = List.of("valueOf", "fromString", "parse");
    private static final Map<Class<?>, Class<?>> INTEGERS = Map.of(int.class, Integer.class, long.class, Long.class,
            Integer.class, Integer.class, Long.class, Long.class);

    private ParameterSyntax() {
    }

    static Optional<Violation> check(String name, Class<?> type, String text) {
        if (!StorableText.isStorable(text)) {
            return Optional.of(Violation.at(name, CommonProblem.INVALID_PARAMETER));
        }
        if (StorableText.isBlank(text)) {
            return Optional.of(Violation.at(name, CommonProblem.EMPTY_PARAMETER));
        }
        if (INTEGERS.containsKey(type)) {
            boolean valid = INTEGER.matcher(text).matches() && isAccepted(INTEGERS.get(type), text);
            return violation(valid, name, CommonProblem.NOT_AN_INTEGER);
        }
        if (type == LocalDate.class) {
            return violation(DATE.matcher(text).matches() && isDate(text), name, CommonProblem.NOT_A_DATE);
        }
        if (type == java.util.UUID.class) {
            return violation(UUID.matcher(text).matches(), name, CommonProblem.NOT_A_UUID);
        }
        if (type.isEnum()) {
            return oneOf(Stream.of(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).toList(), name, text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return oneOf(List.of("true", "false"), name, text);
        }
        return violation(isAccepted(type, text), name, CommonProblem.INVALID_PARAMETER);
    }

    private static Optional<Violation> violation(boolean valid, String name, CommonProblem type) {
        return valid ? Optional.empty() : Optional.of(Violation.at(name, type));
    }

    private static Optional<Violation> oneOf(List<String> values, String name, String text) {
        return values.contains(text) ? Optional.empty()
                : Optional.of(Violation.at(name, CommonProblem.NOT_ONE_OF, values.stream().collect(Collectors.joining(", "))));
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** By the constructor or the static factory that JAX-RS would call; a type without either accepts every text. */
    private static boolean isAccepted(Class<?> type, String text) {
        try {
            Optional<Method> factory = Arrays.stream(type.getMethods()).filter(method -> isFactory(method, type)).findFirst();
            Optional<Constructor<?>> constructor = Arrays.stream(type.getConstructors())
                    .filter(each -> Arrays.equals(each.getParameterTypes(), new Class<?>[] { String.class })).findFirst();
            if (constructor.isPresent()) {
                constructor.get().newInstance(text);
            } else if (factory.isPresent()) {
                factory.get().invoke(null, text);
            }
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static boolean isFactory(Method method, Class<?> type) {
        return FACTORIES.contains(method.getName()) && Modifier.isStatic(method.getModifiers())
                && method.getReturnType() == type && method.getParameterCount() == 1
                && CharSequence.class.isAssignableFrom(method.getParameterTypes()[0])
                && method.getParameterTypes()[0].isAssignableFrom(String.class);
    }
}
