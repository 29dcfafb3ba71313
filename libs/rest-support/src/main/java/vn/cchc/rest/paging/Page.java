package vn.cchc.rest.paging;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a collection.
 *
 * @param items the items, in the order of the collection
 * @param next relative link to the next page; null on the last page
 */
@Schema(description = "A page of a collection")
public record Page<T>(List<T> items,
        @Schema(description = "Relative link to the next page; null on the last page", examples = "/api/v1/reports?limit=50&cursor=MjAyNQ", nullable = true) String next) {

    /**
     * @param found up to one row more than the page holds, which shows that a next page exists
     * @param key the sort key of a row; the next page begins after the key of the last row of this page
     */
    public static <R, T> Page<T> of(List<R> found, Paging paging, Function<R, String> key, Function<R, T> view) {
        List<R> rows = found.stream().limit(paging.limit()).toList();
        String next = found.size() > rows.size() ? paging.linkAfter(key.apply(rows.get(rows.size() - 1))) : null;
        return new Page<>(rows.stream().map(view).toList(), next);
    }
}
