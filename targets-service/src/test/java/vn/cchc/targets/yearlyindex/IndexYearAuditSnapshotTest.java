package vn.cchc.targets.yearlyindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** The audit trail is hashed over these records: a change of one of them invalidates every entry written before. */
class IndexYearAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(fields(IndexYearAuditSnapshotV1.class)).containsExactly("index", "year", "criteriaSetVersion", "criteria",
                "scoresVersion", "scores", "rank", "rankOf");
        assertThat(fields(IndexYearAuditSnapshotV1.CriterionV1.class)).containsExactly("code", "name", "parent", "maximum");
        assertThat(fields(IndexYearAuditSnapshotV1.ScoreV1.class)).containsExactly("criterion", "selfScore", "appraisedScore",
                "finalScore");
    }

    private static String[] fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toArray(String[]::new);
    }
}
