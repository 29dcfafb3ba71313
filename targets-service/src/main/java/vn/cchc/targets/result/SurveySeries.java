package vn.cchc.targets.result;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results of an indicator that comes from surveys. Each method is a series of its own.
 *
 * @param versions all versions, in the order in which they were published
 */
record SurveySeries(List<SurveyResult> versions) {

    private static final Comparator<SurveyResult> BY_VERSION = Comparator
            .comparingInt((SurveyResult result) -> result.resultVersion).thenComparing(result -> result.id);

    SurveySeries {
        versions = versions.stream().sorted(BY_VERSION).toList();
    }

    /** The last version for each year and method, by year and method. */
    List<SurveyResult> current() {
        return List.copyOf(versions.stream()
                .collect(Collectors.toMap(SurveyResult::key, result -> result, (earlier, later) -> later, TreeMap::new))
                .values());
    }

    /** All versions for a year and a method. */
    List<SurveyResult> versions(String key) {
        return versions.stream().filter(result -> result.key().equals(key)).toList();
    }

    /**
     * The current results, by year, of the method that the scoreboard shows for a year. Our choice: of the methods with
     * a result for the year, the one that was published first for the indicator, so that a rival method never displaces
     * it.
     */
    Map<Integer, SurveyResult> principal(int year) {
        Optional<String> method = versions.stream().filter(result -> hasResult(result.method, year))
                .min(Comparator.comparing((SurveyResult result) -> result.publishedAt).thenComparing(result -> result.method))
                .map(result -> result.method);
        return current().stream().filter(result -> method.filter(result.method::equals).isPresent())
                .collect(Collectors.toMap(result -> result.year, result -> result));
    }

    /** The other methods that have a result for a year: each is a series of its own. */
    List<String> methodsBeside(SurveyResult shown, int year) {
        return current().stream().filter(result -> result.year == year && result != shown).map(result -> result.method)
                .toList();
    }

    private boolean hasResult(String method, int year) {
        return versions.stream().anyMatch(result -> result.year == year && result.method.equals(method));
    }
}
