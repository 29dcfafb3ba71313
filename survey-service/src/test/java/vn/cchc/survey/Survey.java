package vn.cchc.survey;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.filter.FilterContext;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Requests of a surveyor and of respondents, against the service on real servers. */
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
public final class Survey {

    private static final Pattern DELETION = Pattern.compile("^DELETE.*/campaigns/[^/]+$");
    private static final Pattern STATUS_CHANGE = Pattern.compile("/campaigns/[^/]+/(opening|closing|publication)$");

    private Survey() {
    }

    /** A request with {@code If-Match: *} where it is required. */
    public static RequestSpecification as(String persona) {
        return withoutIfMatch(persona).filter(Survey::acceptAnyVersion);
    }

    private static Response acceptAnyVersion(FilterableRequestSpecification request, FilterableResponseSpecification response,
            FilterContext context) {
        if (request.getMethod().equals("PUT") || DELETION.matcher(request.getMethod() + request.getURI()).find()
                || STATUS_CHANGE.matcher(request.getURI()).find()) {
            request.header("If-Match", "*");
        }
        return context.next(request, response);
    }

    /** A request with an {@code If-Match} tag. */
    public static RequestSpecification withIfMatch(String tag, String persona) {
        return withoutIfMatch(persona).header("If-Match", tag);
    }

    public static RequestSpecification withoutIfMatch(String persona) {
        return given().auth().oauth2(Tokens.of(persona)).contentType(ContentType.JSON).accept(ContentType.JSON)
                .basePath("/api/v1");
    }

    public static RequestSpecification anonymous() {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON).basePath("/api/v1");
    }

    /** All ways of answering are allowed. */
    public static String draft(String questionnaire, int year) {
        return as("surveyor")
                .body(Map.of("questionnaire", questionnaire, "year", year, "title", "Khảo sát năm " + year, "modes",
                        List.of("LINK", "OPEN_LINK", "PAPER", "SYSTEM")))
                .post("/campaigns").then().statusCode(201).extract().path("id");
    }

    public static String openCampaign(String questionnaire, int year) {
        String id = draft(questionnaire, year);
        transition(id, "opening").statusCode(200);
        return id;
    }

    public static ValidatableResponse transition(String id, String step) {
        return as("surveyor").post("/campaigns/{id}/{step}", id, step).then();
    }

    public static List<String> invite(String id, int count) {
        return as("surveyor").body(Map.of("count", count)).post("/campaigns/{id}/invitations", id).then().statusCode(201)
                .extract().path("tokens");
    }

    public static List<String> invite(String id, String stratum, int count) {
        return as("surveyor").body(Map.of("count", count, "stratum", stratum)).post("/campaigns/{id}/invitations", id).then()
                .statusCode(201).extract().path("tokens");
    }

    public static ValidatableResponse answer(String id, String token, Map<String, Integer> answers) {
        return anonymous().body(Map.of("token", token, "answers", answers)).post("/campaigns/{id}/answers", id).then();
    }

    /** 31 people answer, 26 of them satisfied. */
    public static void submit31Answers(String id) {
        List<String> tokens = invite(id, 31);
        for (int i = 0; i < tokens.size(); i++) {
            Map<String, Integer> answers = new HashMap<>(Map.of("OVERALL", i < 26 ? 4 + i % 2 : 2, "ACCESS-1", 0));
            answers.put("EXPECTATION", i < 26 ? 90 : 50);
            answer(id, tokens.get(i), answers).statusCode(200);
        }
    }

    public static String closedCampaign(String questionnaire, int year) {
        String id = openCampaign(questionnaire, year);
        submit31Answers(id);
        transition(id, "closing").statusCode(200);
        return id;
    }
}
