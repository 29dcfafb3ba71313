package vn.cchc.rest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class DocumentTest {

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
