package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/** The revisions of all indicators. */
@ApplicationScoped
public class Revisions implements PanacheRepositoryBase<IndicatorRevision, UUID> {

    public IndicatorRevision require(IndicatorCode indicator, UUID id) {
        return find("id = ?1 and indicator.code = ?2", id, indicator.value()).firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REVISION, id));
    }

    List<IndicatorRevision> page(Indicator indicator, Paging paging) {
        return find("indicator = ?1 and id > ?2 order by id", indicator, paging.afterId()).page(0, paging.rows()).list();
    }

    /** The texts of a plan's targets that have been revised by a day, by the number of the target. */
    public Map<Integer, RevisedTarget> targets(PlanCode plan, LocalDate day) {
        return find("""
                from IndicatorRevision r join fetch r.indicator i where i.plan.code = ?1 and r.state = ?2 and r.validFrom <= ?3
                and (r.targetWording is not null or r.targetNameEn is not null)""", plan.value(), RevisionState.ISSUED, day)
                .stream().sorted(IndicatorRevision.IN_ORDER).collect(Collectors.toMap(revision -> revision.indicator.target,
                        RevisedTarget::of, RevisedTarget::then));
    }

    /** The indicators whose definition has changed by the mere passing of time, since other services received it. */
    List<IndicatorCode> cameIntoForce(LocalDate today) {
        return find(
                "select distinct indicator.code from IndicatorRevision where state = ?1 and not published and validFrom <= ?2",
                RevisionState.ISSUED, today).project(String.class).stream().map(IndicatorCode::new).toList();
    }
}
