package vn.cchc.targets.yearlyindex;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
class YearlyIndices implements PanacheRepositoryBase<YearlyIndex, String> {

    /** More versions of a year's criteria than a person enters. */
    private static final long VERSIONS = 1_000_000;

    YearlyIndex require(String code) {
        return findByIdOptional(code).orElseThrow(() -> ProblemException.notFound(ResourceType.YEARLY_INDEX, code));
    }

    /** The index, locked until the end of the transaction: the versions of its criteria and scores are given one by one. */
    YearlyIndex requireForUpdate(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.YEARLY_INDEX, code));
    }

    List<YearlyIndex> after(int position, int rows) {
        return find("position > ?1 order by position", position).page(0, rows).list();
    }

    /** The years for which an index has criteria, the latest first. */
    Map<String, List<Integer>> years(List<YearlyIndex> of) {
        return getEntityManager().createQuery("""
                select distinct yearlyIndex, year from CriteriaSet where yearlyIndex in ?1 order by year desc""",
                YearOfIndex.class).setParameter(1, of.stream().map(index -> index.code).toList()).getResultStream()
                .collect(Collectors.groupingBy(YearOfIndex::index,
                        Collectors.mapping(YearOfIndex::year, Collectors.toList())));
    }

    record YearOfIndex(String index, int year) {
    }

    Optional<IndexYear> year(YearlyIndex index, int year) {
        return latestSet(index, year).map(set -> new IndexYear(index, set, latestScores(index, year).orElse(null)));
    }

    IndexYear requireYear(YearlyIndex index, int year) {
        return year(index, year)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.YEARLY_INDEX, index.code + "/" + year));
    }

    private Optional<CriteriaSet> latestSet(YearlyIndex index, int year) {
        return getEntityManager().createQuery("""
                from CriteriaSet where yearlyIndex = ?1 and year = ?2 order by version desc""", CriteriaSet.class)
                .setParameter(1, index.code).setParameter(2, year).setMaxResults(1).getResultStream().findFirst();
    }

    Optional<IndexScores> latestScores(YearlyIndex index, int year) {
        return getEntityManager().createQuery("""
                from IndexScores where yearlyIndex = ?1 and year = ?2 order by version desc""", IndexScores.class)
                .setParameter(1, index.code).setParameter(2, year).setMaxResults(1).getResultStream().findFirst();
    }

    CriteriaSet requireSet(String index, int year, int version) {
        return Optional.ofNullable(getEntityManager().find(CriteriaSet.class, new CriteriaSet.Key(index, year, version)))
                .orElseThrow(() -> ProblemException.notFound(ResourceType.CRITERIA_SET, index + "/" + year + "/" + version));
    }

    List<CriteriaSet> sets(YearlyIndex index, long afterKey, int rows) {
        return getEntityManager().createQuery("""
                from CriteriaSet where yearlyIndex = ?1 and (year > ?2 or year = ?2 and version > ?3) order by year, version""",
                CriteriaSet.class).setParameter(1, index.code).setParameter(2, (int) (afterKey / VERSIONS))
                .setParameter(3, (int) (afterKey % VERSIONS)).setMaxResults(rows).getResultList();
    }

    static String key(CriteriaSet of) {
        return String.valueOf(of.year * VERSIONS + of.version);
    }

    List<IndexScores> scores(YearlyIndex index, int year, int afterVersion, int rows) {
        return getEntityManager().createQuery("""
                from IndexScores where yearlyIndex = ?1 and year = ?2 and version > ?3 order by version""", IndexScores.class)
                .setParameter(1, index.code).setParameter(2, year).setParameter(3, afterVersion).setMaxResults(rows)
                .getResultList();
    }
}
