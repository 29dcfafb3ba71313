package vn.cchc.targets.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** The audit trail is hashed over these records: a change of one of them invalidates every entry written before. */
class AuditSnapshotTest {

    @Test
    void theFieldsOfVersionOneAreFrozen() {
        assertThat(fields(IndicatorAuditSnapshotV1.class)).containsExactly("code", "plan", "target", "name", "nameEn", "type",
                "timeBasis", "direction", "directionSource", "leadSource", "continuationRule", "numerator", "denominator",
                "milestones", "assignments", "version");
        assertThat(fields(IndicatorAuditSnapshotV1.MilestoneV1.class)).containsExactly("year", "percent");
        assertThat(fields(IndicatorAuditSnapshotV1.AssignmentV1.class)).containsExactly("unit", "lead", "validFrom", "validTo");
        assertThat(fields(AssignmentAuditSnapshotV1.class)).containsExactly("id", "indicator", "unit", "lead", "validFrom",
                "validTo");
    }

    @Test
    void theFieldsOfVersionTwoAreThoseOfVersionOneAndTheFurtherRegimes() {
        assertThat(fields(IndicatorAuditSnapshotV2.class)).containsExactly("earlier", "alsoAskedBy");
    }

    @Test
    void theFieldsOfVersionThreeAreThoseOfVersionTwoAndTheComparedYearsAndTheYearlyRise() {
        assertThat(fields(IndicatorAuditSnapshotV3.class)).containsExactly("earlier", "comparedYears", "yearlyRise");
        assertThat(fields(IndicatorAuditSnapshotV3.ComparedYearsV3.class)).containsExactly("baselineFrom", "baselineTo",
                "comparedFrom", "comparedTo");
        assertThat(fields(IndicatorAuditSnapshotV3.YearlyRiseV3.class)).containsExactly("points", "from");
    }

    @Test
    void theFieldsOfARevisionsVersionTwoAreThoseOfVersionOneAndTheYearlyRise() {
        assertThat(fields(RevisionAuditSnapshotV2.class)).containsExactly("earlier", "yearlyRise");
        assertThat(fields(RevisionAuditSnapshotV3.class)).containsExactly("earlier", "targetWording", "targetNameEn");
    }

    @Test
    void anIndicatorIsAuditedAsItsSnapshotNotAsItsEventOrView() {
        assertThat(IndicatorFixture.raised().auditSnapshot()).isInstanceOf(IndicatorAuditSnapshotV3.class);
    }

    private static String[] fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toArray(String[]::new);
    }
}
