package vn.cchc.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.gateway.routing.RouteTable;

class OpenApiMergeTest {

    private static final RouteTable ROUTES = new RouteTable(
            Map.of("reporting", List.of("/api/v1/units"), "targets", List.of("/api/v1/targets")),
            List.of("/api/v1/trail"));

    private static final String REPORTING = """
            {"openapi": "3.0.3", "info": {"title": "Reporting"}, "tags": [{"name": "Units"}],
             "paths": {
               "/api/v1/units": {"get": {"operationId": "list", "responses": {"200": {"content": {"application/json":
                 {"schema": {"$ref": "#/components/schemas/Page"}}}}, "400": {"$ref": "#/components/responses/Refused"}}}},
               "/api/v1/trail": {"get": {"operationId": "readTrail"}},
               "/api/v1/elsewhere": {"get": {"operationId": "elsewhere"}}},
             "components": {
               "responses": {"Refused": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Problem": {"type": "object", "description": "A refusal"},
                 "Page": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                 "Item": {"type": "object", "properties": {"unit": {"type": "string"}}},
                 "Choice": {"oneOf": [{"$ref": "#/components/schemas/Item"}],
                   "discriminator": {"propertyName": "kind", "mapping": {"item": "#/components/schemas/Item"}}}},
               "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "description": "Reporting's own words"}}}}
            """;

    private static final String TARGETS = """
            {"openapi": "3.0.3", "info": {"title": "Targets"}, "tags": [{"name": "Targets"}, {"name": "Units"}],
             "paths": {"/api/v1/targets": {"get": {"operationId": "list", "responses": {"200": {"content": {"application/json":
                 {"schema": {"$ref": "#/components/schemas/Page"}}}}, "400": {"$ref": "#/components/responses/Refused"}}}},
               "/api/v1/trail": {"get": {"operationId": "readTrail"}}},
             "components": {
               "responses": {"Refused": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Problem": {"type": "object", "description": "A refusal"},
                 "Page": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                 "Item": {"type": "object", "properties": {"number": {"type": "integer"}}}}}}
            """;

    private static final String FRAME = """
            {"openapi": "3.0.3", "info": {"title": "Whole"}, "components": {"securitySchemes": {"bearer": {"type": "http"}}}}
            """;

    private final JsonNode whole = merge(documents(REPORTING, TARGETS));

    @Test
    void aPathIsTakenFromTheServiceThatServesIt() {
        assertThat(whole.path("paths").fieldNames()).toIterable().containsExactly("/api/v1/targets", "/api/v1/trail",
                "/api/v1/units");
    }

    @Test
    void equalComponentsAreKeptOnce() {
        assertThat(whole.at("/components/schemas/Problem/description").asText()).isEqualTo("A refusal");
        assertThat(whole.at("/components/responses").fieldNames()).toIterable().containsExactly("Refused");
    }

    @Test
    void differentComponentsArePrefixedWithTheirService() {
        assertThat(whole.at("/components/schemas").fieldNames()).toIterable().containsExactly("Choice", "Problem",
                "reporting.Item", "reporting.Page", "targets.Item", "targets.Page");
        assertThat(whole.at("/components/schemas/reporting.Item/properties/unit").isMissingNode()).isFalse();
        assertThat(whole.at("/components/schemas/targets.Item/properties/number").isMissingNode()).isFalse();
    }

    @Test
    void referencesFollowTheirComponent() {
        assertThat(whole.at("/paths/~1api~1v1~1units/get/responses/200/content/application~1json/schema/$ref").asText())
                .isEqualTo("#/components/schemas/reporting.Page");
        assertThat(whole.at("/components/schemas/targets.Page/items/$ref").asText())
                .isEqualTo("#/components/schemas/targets.Item");
        assertThat(whole.at("/components/schemas/Choice/discriminator/mapping/item").asText())
                .isEqualTo("#/components/schemas/reporting.Item");
        assertThat(References.dangling(whole)).isEmpty();
    }

    @Test
    void operationIdsStayUnique() {
        assertThat(whole.findValuesAsText("operationId")).containsExactly("targets.list", "readTrail", "reporting.list");
    }

    @Test
    void everyOperationDescribesTheGatewaysOwnRefusals() {
        assertThat(whole.path("paths")).isNotEmpty().allSatisfy(path -> assertThat(path).allSatisfy(
                operation -> assertThat(operation.path("responses").fieldNames()).toIterable().contains("400", "414", "429",
                        "431", "502", "503", "504")));
        assertThat(whole.at("/paths/~1api~1v1~1units/get/responses/400/$ref").asText())
                .isEqualTo("#/components/responses/Refused");
    }

    @Test
    void theFrameIsTheGatewaysOwn() {
        assertThat(whole.at("/info/title").asText()).isEqualTo("Whole");
        assertThat(whole.at("/components/securitySchemes/bearer").size()).isEqualTo(1);
        assertThat(whole.path("tags").findValuesAsText("name")).containsExactly("Targets", "Units");
    }

    @Test
    void theOrderOfTheServicesDoesNotMatter() {
        Map<String, JsonNode> reversed = new LinkedHashMap<>();
        reversed.put("targets", read(TARGETS));
        reversed.put("reporting", read(REPORTING));

        JsonNode again = merge(reversed);

        assertThat(again.toString()).isEqualTo(whole.toString());
    }

    private static JsonNode merge(Map<String, JsonNode> documents) {
        return new OpenApiMerge(documents, ROUTES).into(read(FRAME));
    }

    private static Map<String, JsonNode> documents(String reporting, String targets) {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        documents.put("reporting", read(reporting));
        documents.put("targets", read(targets));
        return documents;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
