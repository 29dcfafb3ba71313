package vn.cchc.targets.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/** Run with {@code -Dschema.write} to write the schema after a change of {@link NewPlan}. */
class PlanSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Class<?>, String> CODES = Map.of(PlanCode.class, PlanCode.SYNTAX, IndicatorCode.class,
            IndicatorCode.SYNTAX, UnitCode.class, UnitCode.SYNTAX, RegimeCode.class, RegimeCode.SYNTAX);

    @Test
    void theSchemaIsThatOfTheRecord() throws IOException {
        String generated = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(generated()) + '\n';
        if (System.getProperty("schema.write") != null) {
            Files.writeString(Path.of("src/main/resources" + PlanSchema.RESOURCE), generated);
        }

        assertThat(PlanSchema.TEXT).isEqualTo(generated);
    }

    @ParameterizedTest
    @CsvSource({ "/plan/KH-SGDDT-2022.json", "/plan/KH-TTHC-2026.json" })
    void thePlansAreDocumentsOfTheSchema(String plan) throws IOException {
        assertThat(faults(document(plan))).isEmpty();
    }

    @Test
    void theSchemaNamesEveryFault() throws IOException {
        ObjectNode plan = (ObjectNode) document("/plan/KH-TTHC-2026.json");
        plan.remove("title");
        plan.put("colour", "red").put("validFrom", "soon").put("code", "x y");
        ((ObjectNode) plan.at("/indicators/0")).put("type", "ROUND");
        ((ObjectNode) plan.at("/indicators/1/milestones/0")).put("percent", 101);

        assertThat(faults(plan)).extracting(fault -> fault.getInstanceLocation().toString() + ' ' + fault.getType())
                .contains("$ required", "$ additionalProperties", "$.validFrom format", "$.code pattern",
                        "$.indicators[0].type enum", "$.indicators[1].milestones[0].percent maximum");
    }

    private static Set<ValidationMessage> faults(JsonNode document) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(PlanSchema.TEXT);
        return schema.validate(document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static JsonNode document(String resource) throws IOException {
        try (InputStream file = PlanSchemaTest.class.getResourceAsStream(resource)) {
            return JSON.readTree(new String(file.readAllBytes(), UTF_8));
        }
    }

    private static JsonNode generated() {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JakartaValidationModule()).with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.getErasedType() == LocalDate.class) {
                return new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "string")
                        .put("format", "date"), true);
            }
            String syntax = CODES.get(type.getErasedType());
            return syntax == null ? null
                    : new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "string")
                            .put("pattern", "^(" + syntax + ")$"), true);
        });
        config.forFields().withDescriptionResolver(PlanSchemaTest::description)
                .withRequiredCheck(PlanSchemaTest::isRequired).withNullableCheck(field -> !isRequired(field));
        return new SchemaGenerator(config.build()).generateSchema(NewPlan.class);
    }

    private static String description(FieldScope field) {
        Schema schema = field.getAnnotation(Schema.class);
        return schema == null || schema.description().isEmpty() ? null : schema.description();
    }

    private static boolean isRequired(FieldScope field) {
        return field.getType().isPrimitive()
                || Stream.of(NotNull.class, NotBlank.class).anyMatch(type -> field.getAnnotation(type) != null);
    }

}
