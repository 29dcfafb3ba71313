package vn.cchc.survey.progress;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;
import vn.cchc.survey.result.SuppressionConfig;

@Path("/campaigns/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Answers")
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.PLANNER, Role.SURVEYOR, Role.INTEGRATOR,
        Role.AUDITOR, Role.ADMIN })
class ProgressResource {

    private final Campaigns campaigns;
    private final IntakeCounts counts;
    private final SuppressionConfig suppression;

    ProgressResource(Campaigns campaigns, IntakeCounts counts, SuppressionConfig suppression) {
        this.campaigns = campaigns;
        this.counts = counts;
        this.suppression = suppression;
    }

    @GET
    @Operation(operationId = "getCampaignProgress", summary = "Returns the progress of a campaign", description = "Numbers of invitations and of respondents by stratum against the plan, without their answers.")
    public CampaignProgress get(@PathParam("id") UUID id) {
        Campaign campaign = campaigns.require(id);
        return CampaignProgress.of(campaign, counts.of(id), counts.byStratum(id),
                campaign.suppressBelow(suppression.minRespondents()));
    }
}
