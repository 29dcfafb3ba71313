package vn.cchc.rest.paging;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a collection.
 *
 * @param items what stands on it, in the collection's order
 * @param next relative link to the page after it; null on the last one
 */
@Schema(description = "A page of a collection")
public record Page<T>(List<T> items,
        @Schema(description = "Relative link to the next page; null on the last one", examples = "/api/v1/reports?limit=50&cursor=MjAyNQ", nullable = true) String next) {

    /**
     * @param found one row more than the page holds, where there is one: that is how one knows of a next page without counting
     * @param key what the collection is ordered by, so that the next page begins after this page's last row
     */
    public static <R, T> Page<T> of(List<R> found, Paging paging, Function<R, String> key, Function<R, T> view) {
        List<R> rows = found.stream().limit(paging.limit()).toList();
        String next = found.size() > rows.size() ? paging.linkAfter(key.apply(rows.get(rows.size() - 1))) : null;
        return new Page<>(rows.stream().map(view).toList(), next);
    }
}
