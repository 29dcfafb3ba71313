package vn.cchc.rest.input;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.quarkus.jackson.ObjectMapperCustomizer;
import vn.cchc.rest.text.StorableText;

/** Disables every coercion: 17.5 is not 17, "17" is not a number, 0 is not an enum value. Texts must be storable. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** Far above what any body needs, far below what a body of ten megabytes could cost. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder().maxNestingDepth(32)
            .maxStringLength(100_000).maxNameLength(1_000).maxNumberLength(100).maxTokenCount(500_000).build();

    /** After those of Quarkus: the module that is registered last takes precedence. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.getFactory().setStreamReadConstraints(BOUNDS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.registerModule(new SimpleModule("strict").addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(LocalDate.class, new DateDeserializer()));
    }

    private static class TextDeserializer extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = text(json, context);
            return StorableText.isStorable(text) ? StorableText.normalised(text)
                    : (String) context.handleWeirdStringValue(String.class, "", "not storable");
        }

        static String text(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.currentToken().isScalarValue() || json.currentToken().isNumeric() || json.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            return json.getText();
        }
    }

    /** A date such as {@code 2025-12-14}, in the years 1900 to 2099. */
    private static class DateDeserializer extends StdDeserializer<LocalDate> {

        private static final long serialVersionUID = 1L;

        DateDeserializer() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = TextDeserializer.text(json, context);
            try {
                if (text.matches("(19|20)\\d\\d-\\d\\d-\\d\\d")) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                // A date that does not exist, such as 2025-02-30.
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date of 1900 to 2099");
        }
    }
}
