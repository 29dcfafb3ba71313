package vn.cchc.targets.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class PlanResourceTest {

    @ParameterizedTest
    @ValueSource(strings = { "/plans/KH-SGDDT-2022/targets", "/targets", "/targets?plan=KH-SGDDT-2022" })
    void theTargetsOfAPlanAreListedInItsOrder(String path) {
        viewer().get("/api/v1" + path).then().statusCode(200).body("items", hasSize(16))
                .body("items.plan", everyItem(equalTo("KH-SGDDT-2022")))
                .body("items[4].indicators", contains("CT05.1", "CT05.2", "CT05.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/plans/KH-SGDDT-2022/targets/4", "/targets/4", "/targets/4?plan=KH-SGDDT-2022" })
    void aTargetIsKnownByItsPlanAndItsNumber(String path) {
        viewer().get("/api/v1" + path).then().statusCode(200).body("plan", equalTo("KH-SGDDT-2022")).body("number", equalTo(4))
                .body("wording", containsString("mỗi năm tăng tối thiểu 20%")).body("indicators", contains("CT04"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/plans/KH-NONE", "/plans/KH-NONE/targets", "/plans/KH-SGDDT-2022/targets/17", "/targets/0",
            "/targets?plan=KH-NONE", "/targets/4?plan=KH-NONE", "/indicators?plan=KH-NONE" })
    void anUnknownPlanOrTargetIsNotFound(String path) {
        viewer().get("/api/v1" + path).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/plans/kế-hoạch", "/targets?plan=kh", "/targets/four", "/indicators/ct04", "/indicators?plan=1" })
    void aMalformedCodeIsAnInvalidParameter(String path) {
        viewer().get("/api/v1" + path).then().statusCode(400).body("code", equalTo("invalid-parameter"));
    }

    @Test
    void theOpenApiDocumentDescribesACodeAsAText() {
        given().get("/q/openapi?format=json").then().statusCode(200)
                .body("components.schemas.PlanCode.type", equalTo("string"))
                .body("components.schemas.IndicatorCode.pattern", startsWith("^[A-Z]"));
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }
}
