package vn.cchc.rest.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

import vn.cchc.rest.caller.Role;

class UnitRuleTest {

    private final OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());

    @Test
    void anUnsafeOperationForRolesOfAUnitNeedsARule() {
        add("/api/v1/reports", HttpMethod.POST, operation(Role.REPORTER));

        assertMissing("POST /api/v1/reports");
    }

    @Test
    void anOperationForRolesOfTheDepartmentNeedsNone() {
        add("/api/v1/units", HttpMethod.POST, operation(Role.ADMIN));
        add("/api/v1/units", HttpMethod.GET, operation(Role.VIEWER, Role.ADMIN));

        assertThatCode(() -> UnitRule.validate(document)).doesNotThrowAnyException();
    }

    @Test
    void aReadOfACollectionWithARuleNeedsOneToo() {
        add("/api/v1/reports/{id}/figures", HttpMethod.PUT, ruled(UnitRule.OWN, Role.REPORTER));
        add("/api/v1/reports/{id}/files", HttpMethod.GET, operation(Role.VIEWER));
        add("/api/v1/reports/{id}/acceptance", HttpMethod.POST, operation(Role.REVIEWER));

        assertMissing("GET /api/v1/reports/{id}/files");
    }

    @Test
    void aRuleOfAPartWithoutAnIdDoesNotBindTheReadsAboveIt() {
        add("/api/v1/units/{unit}/figures", HttpMethod.PUT, ruled(UnitRule.OWN, Role.REPORTER));
        add("/api/v1/units/{unit}/figures", HttpMethod.GET, operation(Role.REPORTER));
        add("/api/v1/units/{code}", HttpMethod.GET, operation(Role.VIEWER));

        assertMissing("GET /api/v1/units/{unit}/figures");
    }

    @Test
    void anOperationOnWhatBelongsToNoUnitSaysSoAndDoesNotBindTheReads() {
        add("/api/v1/campaigns/{id}/dossier-answers", HttpMethod.POST, ruled(UnitRule.NONE, Role.INTEGRATOR));
        add("/api/v1/campaigns/{id}", HttpMethod.GET, operation(Role.VIEWER));

        assertThatCode(() -> UnitRule.validate(document)).doesNotThrowAnyException();
    }

    @Test
    void anUnknownRuleDoesNotCount() {
        add("/api/v1/reports", HttpMethod.POST, ruled("any", Role.REPORTER));

        assertMissing("POST /api/v1/reports");
    }

    private void assertMissing(String operation) {
        assertThatIllegalStateException().isThrownBy(() -> UnitRule.validate(document))
                .withMessage("x-unit-rule is missing at [%s]", operation);
    }

    private void add(String path, HttpMethod method, Operation operation) {
        var item = document.getPaths().getPathItem(path);
        document.getPaths().addPathItem(path, item == null ? OASFactory.createPathItem() : item);
        document.getPaths().getPathItem(path).setOperation(method, operation);
    }

    private static Operation ruled(String rule, String... roles) {
        return operation(roles).addExtension(UnitRule.NAME, rule);
    }

    private static Operation operation(String... roles) {
        return OASFactory.createOperation().addExtension(CommonResponsesFilter.ROLES, List.of(roles));
    }
}
