package vn.cchc.targets.task;

import java.util.EnumMap;
import java.util.Map;

import vn.cchc.targets.indicator.Ratio;

/** Counts tasks by their state. */
class TaskCounter {

    private final Map<TaskState, Long> states = new EnumMap<>(TaskState.class);

    TaskCounter() {
        for (TaskState state : TaskState.values()) {
            states.put(state, 0L);
        }
    }

    void add(TaskState state, long tasks) {
        states.merge(state, tasks, Long::sum);
    }

    TaskSummaryView.Counts counts() {
        long all = states.values().stream().mapToLong(Long::longValue).sum();
        long done = states.entrySet().stream().filter(state -> state.getKey().isDone()).mapToLong(Map.Entry::getValue).sum();
        return new TaskSummaryView.Counts(new EnumMap<>(states), done, all, Ratio.of(done, all).percent());
    }
}
