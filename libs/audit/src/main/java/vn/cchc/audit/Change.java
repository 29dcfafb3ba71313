package vn.cchc.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

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
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String field, JsonNode before, JsonNode after, List<Change> into) {
        if (before.isObject() || after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(field + JsonPointer.of(name), before.path(name), after.path(name), into));
            return;
        }
        Change change = new Change(field, orNull(before), orNull(after));
        if (!change.before.equals(change.after)) {
            into.add(change);
        }
    }

    private static JsonNode orNull(JsonNode node) {
        return node instanceof MissingNode ? NullNode.getInstance() : node;
    }
}
