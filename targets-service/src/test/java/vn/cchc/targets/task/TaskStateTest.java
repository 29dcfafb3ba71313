package vn.cchc.targets.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStateTest {

    @ParameterizedTest
    @CsvSource({
            ",           ,           NO_DEADLINE",
            "2025-06-30, ,           IN_TIME",
            "2025-06-28, ,           IN_TIME",
            "2025-06-27, ,           NEARLY_DUE",
            "2025-06-20, ,           NEARLY_DUE",
            "2025-06-19, ,           OVERDUE",
            ",           2025-06-01, DONE_IN_TIME",
            "2025-06-20, 2025-06-20, DONE_IN_TIME",
            "2025-06-19, 2025-06-20, DONE_LATE",
            "2025-06-30, 2025-06-20, DONE_IN_TIME" })
    void onTheTwentiethOfJuneWithSevenDaysOfNotice(LocalDate deadline, LocalDate completedOn, TaskState state) {
        assertThat(TaskState.of(deadline, completedOn, LocalDate.of(2025, 6, 20), 7)).isEqualTo(state);
    }
}
