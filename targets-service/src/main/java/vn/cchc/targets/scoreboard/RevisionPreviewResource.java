package vn.cchc.targets.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.targets.indicator.IndicatorRevision;
import vn.cchc.targets.indicator.Revisions;
import vn.cchc.values.IndicatorCode;

@Path("/indicators/{code}/revisions/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revisions")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class RevisionPreviewResource {

    private final Revisions revisions;
    private final Scoreboard scoreboard;
    private final Clock clock;

    RevisionPreviewResource(Revisions revisions, Scoreboard scoreboard, Clock clock) {
        this.revisions = revisions;
        this.scoreboard = scoreboard;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "previewRevision", summary = "Lists the verdicts that a draft would change if it were issued now", description = "And the issued revisions that change the same fields. 409 if the revision is no draft.")
    public RevisionPreview preview(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @PathParam("id") UUID id) {
        IndicatorRevision draft = revisions.require(code, id);
        draft.requireDraft();
        LocalDate today = LocalDate.now(clock);
        return RevisionPreview.of(draft, scoreboard.changes(draft, today), today);
    }
}
