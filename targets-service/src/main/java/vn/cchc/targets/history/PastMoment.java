package vn.cchc.targets.history;

import java.util.HashSet;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import vn.cchc.values.IndicatorCode;

/** Whether the request reads the past, and whose contributions it has derived for that. */
@RequestScoped
public class PastMoment {

    private final Set<IndicatorCode> derived = new HashSet<>();
    private boolean isRead;

    void begin() {
        isRead = true;
    }

    void end() {
        isRead = false;
        derived.clear();
    }

    public boolean isRead() {
        return isRead;
    }

    /** Those that were not given before. */
    public Set<IndicatorCode> underived(Set<IndicatorCode> wanted) {
        Set<IndicatorCode> missing = new HashSet<>(wanted);
        missing.removeAll(derived);
        derived.addAll(wanted);
        return missing;
    }
}
