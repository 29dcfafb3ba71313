package vn.cchc.targets.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** The audit trail is hashed over these records: a change of one of them invalidates every entry written before. */
class PlanAuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(PlanFixture.document().auditSnapshot()).isInstanceOf(PlanAuditSnapshotV1.class);
        assertThat(fields(PlanAuditSnapshotV1.class)).containsExactly("code", "number", "issuedOn", "title", "issuer",
                "legalBasis", "regime", "validFrom", "validTo", "yearFrom", "yearTo", "targets");
        assertThat(fields(PlanAuditSnapshotV1.TargetV1.class)).containsExactly("number", "wording");
    }

    private static String[] fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toArray(String[]::new);
    }
}
