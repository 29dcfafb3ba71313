package vn.cchc.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The time from each kill to the first 2xx of a request that was sent afterwards and needs the killed component. */
class Recovery {

    private record Death(StackComponent part, Instant at) {
    }

    private final List<Death> open = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    synchronized void recordKill(StackComponent part, Instant at) {
        open.add(new Death(part, at));
    }

    void recordSuccess(Call call, Instant sent) {
        recordSuccess(EnumSet.of(StackComponent.GATEWAY, StackComponent.DATABASE, service(call.path())), sent);
    }

    /** An acceptance is on the scoreboard: all components but the survey service have worked. */
    void recordPropagation(Instant accepted) {
        recordSuccess(EnumSet.of(StackComponent.BROKER), accepted);
    }

    private synchronized void recordSuccess(Set<StackComponent> needed, Instant sent) {
        Instant now = Instant.now();
        for (Death death : List.copyOf(open)) {
            if (needed.contains(death.part()) && sent.isAfter(death.at())) {
                open.remove(death);
                times.add(Duration.between(death.at(), now));
            }
        }
    }

    private static StackComponent service(String path) {
        if (path.startsWith("/campaigns")) {
            return StackComponent.SURVEY;
        }
        return path.startsWith("/reports") || path.startsWith("/units") ? StackComponent.REPORTING : StackComponent.TARGETS;
    }

    synchronized boolean isComplete() {
        return open.isEmpty();
    }

    synchronized Duration mean() {
        return times.isEmpty() ? Duration.ZERO : times.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(times.size());
    }

    synchronized Duration longest() {
        return times.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
