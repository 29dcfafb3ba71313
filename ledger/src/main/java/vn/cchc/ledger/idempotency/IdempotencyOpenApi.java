package vn.cchc.ledger.idempotency;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Documents the key where it is taken, and refuses a document that leaves open what a repeated call does. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyOpenApi implements OASFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> keyed;
    private final Set<String> keyless;

    public IdempotencyOpenApi(IndexView code) {
        this(operations(code, Idempotent.class), operations(code, KeyIgnored.class));
    }

    /** Each by its {@code operationId}. */
    IdempotencyOpenApi(Set<String> keyed, Set<String> keyless) {
        this.keyed = keyed;
        this.keyless = keyless;
    }

    private static Set<String> operations(IndexView code, Class<? extends Annotation> said) {
        return code.getAnnotations(said).stream().map(AnnotationInstance::target).filter(place -> place.kind() == Kind.METHOD)
                .map(place -> place.asMethod()
                        .annotation(org.eclipse.microprofile.openapi.annotations.Operation.class).value("operationId")
                        .asString())
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        List<String> open = document.getPaths().getPathItems().entrySet().stream().flatMap(item -> item.getValue()
                .getOperations().entrySet().stream().filter(each -> isOpen(each.getKey(), each.getValue()))
                .map(each -> each.getKey() + " " + item.getKey())).sorted().toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("say by @Idempotent or @KeyIgnored what a repeated call does: " + open);
        }
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> keyed.contains(operation.getOperationId())).forEach(IdempotencyOpenApi::document);
    }

    private boolean isOpen(HttpMethod method, Operation operation) {
        return !SAFE.contains(method) && !keyed.contains(operation.getOperationId())
                && !keyless.contains(operation.getOperationId());
    }

    private static void document(Operation operation) {
        operation.addParameter(OASFactory.createParameter().name(IdempotencyKey.HEADER).in(In.HEADER).required(false)
                .description(
                        "Names this call for 24 hours: sent again, with the same key, path and body, it has no second effect and gets the first answer. Another request under the same key is refused with 422. A refused call may be tried again with its key.")
                .schema(text().minLength(1).maxLength(IdempotencyKey.LONGEST).pattern("^[!-~]+$"))
                .example("0199e2a4-5c00-7000-8000-000000000000"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(ReplySender.REPLAYED, OASFactory.createHeader()
                        .description("`true` where this is the answer to an earlier call of the same key").schema(text()));
            }
        });
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }
}
