package vn.cchc.reporting;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields of an audit snapshot. Its entries are hashed over them, so a change invalidates every entry written before. */
public final class SnapshotFields {

    private SnapshotFields() {
    }

    /**
     * The names in their order, such as {@code windowRule.startDay}; a type that the snapshot does not own stands beside its
     * name.
     */
    public static List<String> of(Class<?> snapshot) {
        return fields(snapshot, snapshot).toList();
    }

    private static Stream<String> fields(Class<?> type, Class<?> snapshot) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> fields(component, snapshot));
    }

    private static Stream<String> fields(RecordComponent component, Class<?> snapshot) {
        Class<?> type = element(component.getGenericType());
        if (type.getEnclosingClass() == snapshot) {
            return fields(type, snapshot).map(nested -> component.getName() + "." + nested);
        }
        boolean fromJdk = type.isPrimitive() || type.getName().startsWith("java.");
        return Stream.of(fromJdk ? component.getName() : component.getName() + ": " + type.getSimpleName());
    }

    /** The type of the elements of a list, or of the values of a map. */
    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType collection) {
            Type[] arguments = collection.getActualTypeArguments();
            return element(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }
}
