package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class OpenApiDocumentTest {

    /** A method {@code isComplete()} of a record would become a property that no body has. */
    @Test
    void everyBooleanOfTheDocumentIsDescribed() {
        Map<String, Map<String, Map<String, Map<String, ?>>>> schemas = given().get("/q/openapi?format=json").then()
                .statusCode(200).extract().path("components.schemas");

        List<String> undescribed = schemas.entrySet().stream()
                .flatMap(schema -> schema.getValue().getOrDefault("properties", Map.of()).entrySet().stream()
                        .filter(property -> "boolean".equals(property.getValue().get("type"))
                                && !property.getValue().containsKey("description"))
                        .map(property -> schema.getKey() + '.' + property.getKey()))
                .toList();

        assertThat(undescribed).isEmpty();
    }
}
