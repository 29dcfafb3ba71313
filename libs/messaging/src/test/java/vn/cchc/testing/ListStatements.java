package vn.cchc.testing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.local.Tokens;
import vn.cchc.rest.RequestContext;

/** How many SQL statements the pages of a service's lists cost. The lists are those of its OpenAPI document. */
public final class ListStatements {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** They see the rows of every unit and person. */
    private static final List<String> PREFERRED_ROLES = List.of("auditor", "reviewer");

    private final URI service;
    private final ToLongFunction<String> statements;

    /** @param statements the number of statements of the request with this id */
    public ListStatements(URI service, ToLongFunction<String> statements) {
        this.service = service;
        this.statements = statements;
    }

    /**
     * Every list must hold at least two items, so that a statement for each of them shows.
     *
     * @param addresses the addresses of the lists whose path in the document is not an address, without {@code limit}
     */
    public void assertConstant(Map<String, String> addresses) throws IOException, InterruptedException {
        Map<String, String> lists = lists();
        Set<String> unknown = new TreeSet<>(addresses.keySet());
        unknown.removeAll(lists.keySet());
        assertThat(unknown).as("addresses without a list").isEmpty();
        assertThat(lists.keySet()).as("lists without an address")
                .allMatch(path -> !path.contains("{") || addresses.containsKey(path));

        Map<String, List<Sample>> samples = new TreeMap<>();
        for (var list : lists.entrySet()) {
            String address = addresses.getOrDefault(list.getKey(), list.getKey());
            samples.put(list.getKey(), List.of(read(address, list.getValue(), 1), read(address, list.getValue(), 5),
                    read(address, list.getValue(), 50)));
        }
        assertThat(samples).isNotEmpty().allSatisfy((path, pages) -> {
            assertThat(pages.get(0).items()).as("items of %s", path).isOne();
            assertThat(pages.get(2).items()).as("items of %s", path).isGreaterThan(1);
            assertThat(pages.get(0).statements()).as("statements of %s", path).isPositive();
            assertThat(pages).as("statements of %s", path).extracting(Sample::statements)
                    .containsOnly(pages.get(0).statements());
        });
    }

    /** The role that reads each list, by the path in the document. */
    private Map<String, String> lists() throws IOException, InterruptedException {
        return get("/q/openapi?format=json", null, "").path("paths").properties().stream()
                .filter(path -> isList(path.getValue().path("get")))
                .collect(toMap(Map.Entry::getKey, path -> role(path.getValue().path("get"))));
    }

    private static boolean isList(JsonNode operation) {
        return elements(operation.path("parameters")).anyMatch(parameter -> "limit".equals(parameter.path("name").asText()));
    }

    private static String role(JsonNode operation) {
        List<String> roles = elements(operation.path("x-roles")).map(JsonNode::asText).toList();
        return PREFERRED_ROLES.stream().filter(roles::contains).findFirst().orElseGet(() -> roles.get(0));
    }

    private Sample read(String address, String role, int limit) throws IOException, InterruptedException {
        String request = UUID.randomUUID().toString();
        String token = Tokens.with("viewer", Map.of("roles", List.of(role), "unit", "TCCB"));
        JsonNode page = get(address + (address.contains("?") ? "&limit=" : "?limit=") + limit, token, request);
        return new Sample(page.findValue("items").size(), statements.applyAsLong(request));
    }

    private JsonNode get(String address, String token, String request) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(service.resolve(address)).header(RequestContext.REQUEST_ID, request);
        if (token != null) {
            call.header("Authorization", "Bearer " + token);
        }
        var reply = HTTP.send(call.build(), BodyHandlers.ofString());
        assertThat(reply.statusCode()).as("%s: %s", address, reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private record Sample(int items, long statements) {
    }
}
