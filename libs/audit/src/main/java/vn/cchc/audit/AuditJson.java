package vn.cchc.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Canonical JSON by RFC 8785: names in alphabetical order, no white space, and only texts and whole numbers (decimals
 * are texts). The hashes of the trail depend on every byte of it.
 */
final class AuditJson {

    private static final JsonMapper CANONICAL = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // The hash would cover only the last of two values under one name, and nothing behind the first value.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(Change.class, new ChangeSerializer()))
            .withConfigOverride(BigDecimal.class, decimal -> decimal.setFormat(JsonFormat.Value.forShape(Shape.STRING)))
            .build();

    private AuditJson() {
    }

    /** Writes what the serializer of the record would write, faster: one call records thousands of changes. */
    private static final class ChangeSerializer extends StdSerializer<Change> {

        private static final long serialVersionUID = 1L;

        ChangeSerializer() {
            super(Change.class);
        }

        @Override
        public void serialize(Change change, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeStartObject(change);
            to.writeFieldName("after");
            change.after().serialize(to, provider);
            to.writeFieldName("before");
            change.before().serialize(to, provider);
            to.writeStringField("field", change.field());
            to.writeEndObject();
        }
    }

    static JsonNode tree(Object state) {
        return CANONICAL.valueToTree(state);
    }

    static String write(Object value) {
        try {
            return CANONICAL.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is not JSON (a row altered by SQL) becomes a string, so that one broken row does not hide the others. */
    static JsonNode parse(String json) {
        try {
            return CANONICAL.readTree(json);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(json);
        }
    }

    static List<Change> readChanges(String json) {
        try {
            return CANONICAL.readValue(json, new TypeReference<List<Change>>() {
            });
        } catch (JsonProcessingException e) {
            return List.of(new Change("", NullNode.getInstance(), TextNode.valueOf(json)));
        }
    }
}
