package vn.cchc.targets.scoreboard;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import vn.cchc.rest.precondition.Representation;
import vn.cchc.targets.history.PastMoment;
import vn.cchc.targets.scoreboard.ScoreboardChanges.Comparison;
import vn.cchc.targets.scoreboard.ScoreboardChanges.DatabaseState;

/**
 * Keeps views of the scoreboard as they are sent. One short statement before each use tells whether the database has
 * changed since; if so, the view is made again. Requests that arrive meanwhile wait and share the next statement, so
 * what a request gets is never older than its arrival. Views of the past are not kept.
 */
@ApplicationScoped
class CurrentViews {

    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int BYTES_OF_ENTRY = 500;

    private final ScoreboardChanges changes;
    private final PastMoment past;
    private final ObjectMapper json;
    private final Cache<Object, View> views = Caffeine.newBuilder().maximumWeight(MAX_BYTES)
            .<Object, View> weigher((key, view) -> BYTES_OF_ENTRY + view.size()).build();

    CurrentViews(ScoreboardChanges changes, PastMoment past, ObjectMapper json) {
        this.changes = changes;
        this.past = past;
        this.json = json;
    }

    /** @param key the view with all of its parameters, the day of today among them */
    Representation get(Object key, Supplier<?> read) {
        if (past.isRead()) {
            return Representation.of(read.get(), json);
        }
        View view = views.get(key, any -> new View());
        int before = view.size();
        Representation current = view.get(() -> Representation.of(read.get(), json));
        if (view.size() != before) {
            // Its weight is computed again.
            views.put(key, view);
        }
        return current;
    }

    private class View {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile long begun;
        private long ended;
        private DatabaseState state;
        private volatile Representation content;

        int size() {
            return content == null ? 0 : content.body().length;
        }

        Representation get(Supplier<Representation> read) {
            long arrival = begun;
            lock.lock();
            try {
                // One that began after the arrival is current for this request as well.
                if (ended <= arrival) {
                    begun++;
                    revalidate(read);
                    ended = begun;
                }
                return content;
            } finally {
                lock.unlock();
            }
        }

        private void revalidate(Supplier<Representation> read) {
            if (state == null) {
                read(changes.current(), read);
                return;
            }
            Comparison comparison = changes.compare(state);
            if (comparison.changed()) {
                read(comparison.current(), read);
            }
            state = comparison.current();
        }

        /** The content can be newer than the state, which is then found changed once more; never older. */
        private void read(DatabaseState before, Supplier<Representation> read) {
            content = read.get();
            state = before;
        }
    }
}
