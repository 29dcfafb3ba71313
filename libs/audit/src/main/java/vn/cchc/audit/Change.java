package vn.cchc.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;

import vn.cchc.rest.problem.JsonPointer;

@Schema(description = "One changed field")
record Change(@Schema(description = "JSON pointer of the field", examples = "/figures/CT05.1/numerator") String field,
        @Schema(description = "Value before; null for none", implementation = Object.class, nullable = true) JsonNode before,
        @Schema(description = "Value after; null for none", implementation = Object.class, nullable = true) JsonNode after) {

    /** The fields in which the two differ; a list is one field. */
    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        compareFields("", before, after, changes);
        return changes;
    }

    private static void compareFields(String parent, JsonNode before, JsonNode after, List<Change> into) {
        for (String name : names(before, after)) {
            compare(parent, name, before.path(name), after.path(name), into);
        }
    }

    private static void compare(String parent, String name, JsonNode before, JsonNode after, List<Change> into) {
        if (before.isObject() || after.isObject()) {
            compareFields(parent + JsonPointer.of(name), before, after, into);
            return;
        }
        JsonNode old = orNull(before);
        JsonNode now = orNull(after);
        // Most fields are the same: their pointers are never written.
        if (!old.equals(now)) {
            into.add(new Change(parent + JsonPointer.of(name), old, now));
        }
    }

    private static List<String> names(JsonNode before, JsonNode after) {
        List<String> names = new ArrayList<>(after.size());
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                names.add(name);
            }
        });
        Collections.sort(names);
        return names;
    }

    private static JsonNode orNull(JsonNode node) {
        return node instanceof MissingNode ? NullNode.getInstance() : node;
    }
}
