package vn.cchc.targets.yearlyindex;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.task.ImprovementActions;

/** Reads an index in a year with the year before and its improvement actions, in a constant number of statements. */
@ApplicationScoped
class IndexYears {

    private final YearlyIndices indices;
    private final ImprovementActions actions;
    private final Clock clock;

    IndexYears(YearlyIndices indices, ImprovementActions actions, Clock clock) {
        this.indices = indices;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param today decides the state of the actions */
    IndexYearView one(String code, int year, LocalDate today) {
        return view(indices.requireYear(indices.require(code), year), today);
    }

    IndexYearView now(IndexYear of) {
        return view(of, LocalDate.now(clock));
    }

    private IndexYearView view(IndexYear of, LocalDate today) {
        IndexScores before = indices.latestScores(of.index(), of.year() - 1).orElse(null);
        CriteriaSet setBefore = before == null ? null
                : indices.requireSet(before.yearlyIndex, before.year, before.criteriaSetVersion);
        return IndexYearView.of(of, before, setBefore, actions.byCriterion(of.index().code, of.year(), today));
    }
}
