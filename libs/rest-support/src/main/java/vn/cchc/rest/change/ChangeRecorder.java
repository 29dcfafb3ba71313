package vn.cchc.rest.change;

import java.util.function.Supplier;

import vn.cchc.rest.precondition.StaleResourceException;
import vn.cchc.rest.precondition.Versioned;

/** Records changes in the transaction of the change. */
public interface ChangeRecorder {

    /** Records a resource that was created. */
    void created(Auditable resource, ChangeContext context);

    /**
     * Compares the resource with the version that the change expects. To be called while the resource is locked.
     *
     * @param view what the API shows of the resource; read only for the refusal
     * @throws StaleResourceException with the changes since the expected version
     */
    <R extends Auditable & Versioned> void requireMatch(R resource, ChangeContext context, Supplier<?> view);

    /** Runs the change and records the difference between the snapshots before and after it. */
    <T> T change(Auditable resource, String action, ChangeContext context, Supplier<T> change);

    default void change(Auditable resource, String action, ChangeContext context, Runnable change) {
        change(resource, action, context, () -> {
            change.run();
            return null;
        });
    }
}
