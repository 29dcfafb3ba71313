package vn.cchc.targets.task;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/** The page for the users of tasks and yearly indices names the operations that there are, and no others. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TasksPageTest {

    private static final Pattern CALL = Pattern.compile("`(GET|POST|PUT) (/api/v1/[^?`]+)");
    /** Reads of what a list shows as well. */
    private static final Set<String> NOT_NAMED = Set.of("GET /api/v1/tasks/{code}",
            "GET /api/v1/tasks/{code}/progress-notes/{number}", "GET /api/v1/tasks/{code}/extension-requests",
            "GET /api/v1/tasks/{code}/extension-requests/{number}", "GET /api/v1/yearly-indices/{code}/criteria-sets",
            "GET /api/v1/yearly-indices/{code}/criteria-sets/{year}/{version}");

    @Test
    void everyOperationIsNamed() throws IOException {
        Set<String> named = CALL.matcher(Files.readString(Path.of("../docs/tasks.md"))).results()
                .map(call -> call.group(1) + ' ' + call.group(2)).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        Set<String> offered = new TreeSet<>();
        paths.forEach((path, item) -> item.keySet().stream().filter(method -> path.matches("/api/v1/(tasks|yearly-indices).*"))
                .forEach(method -> offered.add(method.toUpperCase() + ' ' + path)));

        offered.removeAll(NOT_NAMED);
        assertThat(named).isEqualTo(offered);
    }
}
