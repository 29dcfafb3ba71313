package vn.cchc.rest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.openapi.runtime.io.Format;

@QuarkusTest
class DocumentTest {

    @Inject
    OpenApiDocumentService prepared;

    @Test
    void everyStatusThatAnyOperationCanHaveIsDocumented() {
        assertThat(responses("get", "/api/v1/samples"))
                .containsKeys("200", "304", "400", "405", "406", "413", "415", "429", "500",
                        "502", "503", "504")
                .doesNotContainKey("408");
        assertThat(responses("post", "/api/v1/samples")).containsKeys("201", "400", "405", "406", "408", "409", "413", "415",
                "422", "429",
                "500", "502", "503", "504");
        assertThat(responses("get", "/api/v1/samples/{id}")).containsKey("404");
    }

    @Test
    void theLimitOfABodyIsDocumented() {
        assertThat(document().getString(path("post", "/api/v1/samples") + ".413.description"))
                .isEqualTo("The body has more than 16,384 bytes");
        assertThat(document().getString(path("put", "/api/v1/samples/{id}") + ".413.description"))
                .isEqualTo("The body has more than 65,536 bytes");
    }

    @ParameterizedTest
    @CsvSource({ "/q/openapi, , application/yaml", "/q/openapi.yaml, application/json, application/yaml",
            "/q/openapi?format=yaml, , application/yaml", "/q/openapi, application/json, application/json",
            "/q/openapi?format=JSON, , application/json", "/q/openapi.json, , application/json" })
    void theFormatIsNegotiated(String path, String accept, String type) {
        var request = accept == null ? given() : given().accept(accept);

        request.get(path).then().statusCode(200).contentType(type)
                .body(startsWith(type.equals("application/json") ? "{" : "---"));
    }

    @Test
    void theStartDoesNotPrepareTheDocumentAgain() {
        assertThat(prepared.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)).isEmpty();
    }

    private static Map<String, Object> responses(String method, String path) {
        return document().getMap(path(method, path));
    }

    private static String path(String method, String path) {
        return "paths.'" + path + "'." + method + ".responses";
    }

    private static JsonPath document() {
        return given().get("/q/openapi?format=json").then().statusCode(200).extract().jsonPath();
    }
}
