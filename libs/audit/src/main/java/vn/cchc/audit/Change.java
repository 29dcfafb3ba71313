package vn.cchc.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** One field that a change touched. */
@Schema(description = "One field that the change touched")
record Change(@Schema(description = "JSON pointer of the field", examples = "/figures/CT05.1/numerator") String field,
        @Schema(description = "What was there; null for nothing", implementation = Object.class, nullable = true) JsonNode before,
        @Schema(description = "What is there now; null for nothing", implementation = Object.class, nullable = true) JsonNode after) {

    /** Every field in which the two differ, and no other; a list is one field. */
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
            names.forEach(name -> compare(field + '/' + escaped(name), before.path(name), after.path(name), into));
            return;
        }
        Change change = new Change(field, known(before), known(after));
        if (!change.before.equals(change.after)) {
            into.add(change);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode known(JsonNode node) {
        return node instanceof MissingNode ? NullNode.getInstance() : node;
    }
}
