package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.values.IndicatorCode;

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

    /** The indicators whose definition has changed by the mere passing of time, since other services received it. */
    List<IndicatorCode> cameIntoForce(LocalDate today) {
        return find(
                "select distinct indicator.code from IndicatorRevision where state = ?1 and not published and validFrom <= ?2",
                RevisionState.ISSUED, today).project(String.class).stream().map(IndicatorCode::new).toList();
    }
}
