package vn.cchc.rest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class ParametersTest {

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource({ "year=x,year", "year=2025.0,year", "year=%2B2025,year", "year=99999999999,year",
            "year=%D9%A2%D9%A0%D9%A2%D9%A5,year", "year=%202025,year", "limit=x,limit", "limit=0,limit",
            "on=2025-02-30,on", "on=14/12/2025,on", "on=2025-1-1,on", "on=%2B12025-01-01,on", "id=x,id", "id=1-1-1-1-1,id",
            "day=monday,day", "day=%20MONDAY%20,day", "day=SOMEDAY,day", "year=,year", "name=,name", "name,name",
            "name=%20,name", "cursor=,cursor", "cursor=%C2%A0,cursor", "cursor=!,cursor" })
    void anUnreadableValueIsRefusedByName(String query, String name) {
        refused(query, name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "year=2025&year=2026", "year=2025&year=2025", "name=a&name=b" })
    void aRepeatedParameterIsRefusedByName(String query) {
        refused(query, query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({ "cursor=100%,cursor", "name=%zz,name", "name=%ff,name", "name=%c0%80,name", "%zz=1,query", "na%ffme=1,query" })
    void aBrokenEscapeIsRefusedByName(String query, String name) throws IOException {
        String reply = RawRequest.send(service, "GET /api/v1/samples?" + query + " HTTP/1.1", "Host: localhost");

        assertThat(reply).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed-request\"",
                "\"pointer\":\"" + name + "\"");
    }

    @Test
    void everyBadParameterIsNamedAtOnce() {
        given().urlEncodingEnabled(false).get("/api/v1/samples?year=x&on=y&nmae=z").then().statusCode(400)
                .body("errors.pointer", contains("nmae", "on", "year"));
    }

    @Test
    void aGoodRequestIsAnswered() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/samples?year=2025&on=2024-02-29&day=MONDAY&id=0199e2a4-5c00-7000-8000-000000000000&name=%E1%BB%87")
                .then().statusCode(200);
    }

    @Test
    void anUnreadablePathParameterIsRefusedByName() {
        given().get("/api/v1/samples/x").then().statusCode(400).body("code", equalTo("invalid-parameter"))
                .body("errors.pointer", contains("id"));
    }

    private static ValidatableResponse refused(String query, String name) {
        return given().urlEncodingEnabled(false).get("/api/v1/samples?" + query).then().statusCode(400)
                .contentType("application/problem+json").body("errors.pointer", contains(name))
                .body("errors.detail", everyItem(not(emptyOrNullString())));
    }
}
